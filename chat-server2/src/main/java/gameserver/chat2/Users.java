package gameserver.chat2;

import gameserver.chat.User;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. The one thing that all logic threads share, with these rules:
 *
 * <ol>
 *   <li>An id has one user or none. Whoever claims it first has it until that user releases it.
 *   <li>A claim and a release are each one step: of any number of users who claim an id at the same
 *       time, on whichever threads, exactly one gets it.
 *   <li>Only who has an id can release it, and a second release does nothing.
 *   <li>Who has claimed an id in vain can wait for its release; whether it is free then, only a new
 *       claim tells.
 *   <li>What {@link #find} returns may have logged out by the time it is used. What is said to such
 *       a user is lost, as it would be a moment later.
 * </ol>
 */
public final class Users {
    private final ConcurrentMap<String, Claim> claims = new ConcurrentHashMap<>();

    /** Nobody is logged in. */
    public Users() {}

    private record Claim(User user, CompletableFuture<Void> released) {}

    /** Claims {@code id} for {@code user}. Returns null, or the user who has it. */
    public @Nullable User claim(String id, User user) {
        Claim other = claims.putIfAbsent(id, new Claim(user, new CompletableFuture<>()));
        return other == null ? null : other.user;
    }

    /** Gives {@code id} back, if {@code user} has it. */
    public void release(String id, User user) {
        Claim claim = claims.get(id);
        if (claim != null && claim.user == user && claims.remove(id, claim)) {
            claim.released.complete(null);
        }
    }

    /** Completes when {@code user} does not have {@code id} any more, on any thread. */
    public CompletionStage<Void> released(String id, User user) {
        Claim claim = claims.get(id);
        return claim != null && claim.user == user
                ? claim.released
                : CompletableFuture.completedStage(null);
    }

    /** Who has {@code id} now, or null. */
    public @Nullable User find(String id) {
        Claim claim = claims.get(id);
        return claim == null ? null : claim.user;
    }

    /** Shows each id, and who has it. */
    public void forEach(BiConsumer<String, User> viewer) {
        claims.forEach((id, claim) -> viewer.accept(id, claim.user));
    }

    /** How many are logged in. */
    public int count() {
        return claims.size();
    }
}
