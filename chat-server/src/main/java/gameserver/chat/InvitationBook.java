package gameserver.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which invitations are open. Knows nothing of threads or clocks; its owner does. */
public final class InvitationBook {
    /** Of one inviter; so there are never more than this times the users. */
    static final int MAX_OPEN = 10;

    private final long lifetimeNanos;

    /** By id. All live equally long, so the first in here is the first to expire. */
    private final Map<Long, Invitation> open = new LinkedHashMap<>();

    private final Map<User, Set<Invitation>> made = new HashMap<>();
    private final Map<User, Set<Invitation>> got = new HashMap<>();
    private long lastId;

    /** An empty book, for invitations that live for {@code lifetime}. */
    public InvitationBook(Duration lifetime) {
        this.lifetimeNanos = lifetime.toNanos();
    }

    /** Opens an invitation, or returns null when the inviter has too many open. */
    public @Nullable Invitation open(
            User inviter, User invited, String invitedId, Room room, long nowNanos) {
        if (made.getOrDefault(inviter, Set.of()).size() == MAX_OPEN) {
            return null;
        }
        Invitation invitation =
                new Invitation(
                        ++lastId, inviter, invited, invitedId, room, nowNanos + lifetimeNanos);
        open.put(invitation.id(), invitation);
        made.computeIfAbsent(inviter, user -> new LinkedHashSet<>()).add(invitation);
        got.computeIfAbsent(invited, user -> new LinkedHashSet<>()).add(invitation);
        return invitation;
    }

    /** The invitation with this id that is open for {@code invited}, or null. */
    public @Nullable Invitation find(long id, User invited) {
        Invitation invitation = open.get(id);
        return invitation != null && invitation.invited() == invited ? invitation : null;
    }

    /** Closes an invitation; false when it was closed before. */
    public boolean close(Invitation invitation) {
        if (!open.remove(invitation.id(), invitation)) {
            return false;
        }
        remove(made, invitation.inviter(), invitation);
        remove(got, invitation.invited(), invitation);
        return true;
    }

    private static void remove(Map<User, Set<Invitation>> users, User user, Invitation invitation) {
        users.computeIfPresent(
                user,
                (u, invitations) -> {
                    invitations.remove(invitation);
                    return invitations.isEmpty() ? null : invitations;
                });
    }

    /**
     * Closes all that {@code user} has made, and returns those that {@code user} has got, closed.
     */
    public List<Invitation> closeAllOf(User user) {
        List.copyOf(made.getOrDefault(user, Set.of())).forEach(this::close);
        List<Invitation> closed = List.copyOf(got.getOrDefault(user, Set.of()));
        closed.forEach(this::close);
        return closed;
    }

    /** Closes and returns those whose time is over. */
    public List<Invitation> closeExpired(long nowNanos) {
        List<Invitation> expired = new ArrayList<>();
        while (nanosUntilNextExpiry(nowNanos) <= 0) {
            Invitation first = open.values().iterator().next();
            close(first);
            expired.add(first);
        }
        return expired;
    }

    /** How long it is until the next invitation expires; {@code Long.MAX_VALUE} if none is open. */
    public long nanosUntilNextExpiry(long nowNanos) {
        return open.isEmpty()
                ? Long.MAX_VALUE
                : open.values().iterator().next().expiresAtNanos() - nowNanos;
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }
}
