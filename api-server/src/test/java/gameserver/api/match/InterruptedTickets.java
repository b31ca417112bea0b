package gameserver.api.match;

import gameserver.api.state.Ticket;
import gameserver.api.state.Tickets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Tickets that let something happen between two steps of whoever uses them; each once. */
public final class InterruptedTickets implements Tickets {
    private final Tickets tickets;
    private final AtomicReference<Runnable> afterFind =
            new AtomicReference<>(InterruptedTickets::nothing);
    private final AtomicReference<Runnable> beforeChange =
            new AtomicReference<>(InterruptedTickets::nothing);
    private final AtomicReference<Runnable> afterChange =
            new AtomicReference<>(InterruptedTickets::nothing);

    public InterruptedTickets(Tickets tickets) {
        this.tickets = tickets;
    }

    private static void nothing() {}

    /** Between what is found and its being told. */
    public void afterFind(Runnable event) {
        afterFind.set(event);
    }

    void beforeChange(Runnable event) {
        beforeChange.set(event);
    }

    void afterChange(Runnable event) {
        afterChange.set(event);
    }

    @Override
    public List<Ticket> all() {
        return tickets.all();
    }

    @Override
    public int count() {
        return tickets.count();
    }

    @Override
    public Map<String, Ticket> find(Collection<String> userIds) {
        Map<String, Ticket> found = tickets.find(userIds);
        afterFind.getAndSet(InterruptedTickets::nothing).run();
        return found;
    }

    @Override
    public boolean change(List<Change> changes) {
        Runnable after = afterChange.getAndSet(InterruptedTickets::nothing);
        beforeChange.getAndSet(InterruptedTickets::nothing).run();
        boolean isChanged = tickets.change(changes);
        after.run();
        return isChanged;
    }
}
