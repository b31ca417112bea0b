package gameserver.api.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tickets of all who want to be matched: one for each user. They change by comparison, some of
 * them at once: so whatever two callers want at the same time, one of them finds that things are
 * not as it thought, and looks again.
 *
 * <p>All methods are atomic, and throw {@link UnavailableException} when the tickets can't be
 * reached.
 */
public interface Tickets {
    /**
     * A step of one ticket.
     *
     * @param before what it is; null for a user without one
     * @param after what it is to be; null for one that ends
     */
    record Change(@Nullable Ticket before, @Nullable Ticket after) {
        public Change {
            if (before == null && after == null) {
                throw new IllegalArgumentException("no ticket at all");
            }
            if (before != null && after != null && !before.userId().equals(after.userId())) {
                throw new IllegalArgumentException("tickets of two users");
            }
        }

        String userId() {
            if (before != null) {
                return before.userId();
            }
            return after == null ? "" : after.userId();
        }
    }

    /** In no order. */
    List<Ticket> all();

    /** How many there are. */
    int count();

    /** The tickets of those users who have one, by user id. */
    Map<String, Ticket> find(Collection<String> userIds);

    /**
     * Makes all changes, or none.
     *
     * @return false when a ticket is not what one of the changes takes it for
     */
    boolean change(List<Change> changes);
}
