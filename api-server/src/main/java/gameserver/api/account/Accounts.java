package gameserver.api.account;

import gameserver.api.state.UnavailableException;
import java.time.InstantSource;
import java.util.Optional;

/** The accounts in the database. Passwords are kept as Argon2id hashes. Any thread. */
public final class Accounts {
    /** Callers that wait to hash; each holds an HTTP thread. */
    private static final int MOST_WAITING = 120;

    private final HashingSlots hashing =
            new HashingSlots(Runtime.getRuntime().availableProcessors(), MOST_WAITING);
    private final Database database;
    private final InstantSource clock;
    private final HashCost cost;

    /** What an account that does not exist is checked against. */
    private final PasswordHash nobodys;

    /**
     * @param cost of the hashes of new accounts
     */
    public Accounts(Database database, InstantSource clock, HashCost cost) {
        this.database = database;
        this.clock = clock;
        this.cost = cost;
        nobodys = PasswordHash.of("", cost);
    }

    /**
     * Opens an account.
     *
     * @param userId a valid id
     * @param password a valid password
     * @return false when the id is taken
     * @throws UnavailableException when the database does not answer, or too many log in
     */
    public boolean create(String userId, String password) {
        if (passwordHash(userId).isPresent()) {
            return false; // Without the cost of a hash.
        }
        String hash = hashing.run(() -> PasswordHash.of(password, cost).toString());
        int created =
                database.ask(
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO account (user_id, password_hash, created_at)
                                                VALUES (:userId, :hash, :now)
                                                ON CONFLICT DO NOTHING
                                                """)
                                        .bind("userId", userId)
                                        .bind("hash", hash)
                                        .bind("now", clock.instant().toEpochMilli())
                                        .execute());
        return created == 1;
    }

    /**
     * Whether there is such an account and this is its password. A wrong password takes as long as
     * an account that does not exist, so nobody learns who has one. What no account can have is not
     * looked up: PostgreSQL takes a text with a NUL for an error.
     *
     * @throws UnavailableException when the database does not answer, or too many log in
     */
    boolean matches(String userId, String password) {
        if (!UserId.isValid(userId) || !Password.isValid(password)) {
            return false;
        }
        Optional<String> stored = passwordHash(userId);
        PasswordHash hash = stored.map(PasswordHash::parse).orElse(nobodys);
        boolean matches = hashing.run(() -> hash.matches(password));
        return matches && stored.isPresent();
    }

    /** Callers whose password is hashed at the moment, or waits for it. */
    public int hashingCallers() {
        return hashing.callers();
    }

    private Optional<String> passwordHash(String userId) {
        return database.ask(
                handle ->
                        handle.createQuery(
                                        "SELECT password_hash FROM account WHERE user_id = :userId")
                                .bind("userId", userId)
                                .mapTo(String.class)
                                .findOne());
    }
}
