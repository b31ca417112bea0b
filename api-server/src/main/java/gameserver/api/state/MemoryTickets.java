package gameserver.api.state;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tickets of one API server. Its lock is held for one step only. */
final class MemoryTickets implements Tickets {
    private final Map<String, Ticket> byUser = new HashMap<>();

    @Override
    public synchronized List<Ticket> all() {
        return List.copyOf(byUser.values());
    }

    @Override
    public synchronized int count() {
        return byUser.size();
    }

    @Override
    public synchronized Map<String, Ticket> find(Collection<String> userIds) {
        Map<String, Ticket> found = new HashMap<>();
        for (String userId : userIds) {
            Ticket ticket = byUser.get(userId);
            if (ticket != null) {
                found.put(userId, ticket);
            }
        }
        return found;
    }

    @Override
    public synchronized boolean change(List<Change> changes) {
        for (Change change : changes) {
            if (!Objects.equals(byUser.get(change.userId()), change.before())) {
                return false;
            }
        }
        for (Change change : changes) {
            Ticket after = change.after();
            if (after == null) {
                byUser.remove(change.userId());
            } else {
                byUser.put(change.userId(), after);
            }
        }
        return true;
    }
}
