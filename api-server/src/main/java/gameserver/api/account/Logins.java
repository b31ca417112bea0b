package gameserver.api.account;

import gameserver.api.state.ExpiringEntries;
import java.time.Duration;

/**
 * Checks passwords, as long as there are not too many wrong ones: {@link #MOST_OF_ACCOUNT} a minute
 * for an account, {@link #MOST_OF_ADDRESS} for an address. The minute begins with the first. Any
 * thread.
 */
public final class Logins {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_OF_ACCOUNT = 5;

    /** A class of learners behind one address is not an attack. */
    private static final int MOST_OF_ADDRESS = 100;

    private final Accounts accounts;
    private final ExpiringEntries failures;

    /** What becomes of an attempt. */
    public enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY_FAILURES
    }

    /** One attempt's counts. */
    private record Counts(String account, String address) {}

    public Logins(Accounts accounts, ExpiringEntries failures) {
        this.accounts = accounts;
        this.failures = failures;
    }

    /**
     * Checks a password. What counts is how many failures there are when the password has been
     * checked: of a hundred guesses at the same time five are told that they are wrong, and none of
     * the others is told anything.
     */
    public Verdict check(String userId, String password, String address) {
        Counts counts = counts(userId, address);
        if (areTooMany(counts)) {
            return Verdict.TOO_MANY_FAILURES; // Without the cost of a hash.
        }
        if (accounts.matches(userId, password)) {
            return areTooMany(counts) ? Verdict.TOO_MANY_FAILURES : Verdict.RIGHT;
        }
        long ofAccount = failures.increment(counts.account, WINDOW);
        long ofAddress = failures.increment(counts.address, WINDOW);
        return ofAccount > MOST_OF_ACCOUNT || ofAddress > MOST_OF_ADDRESS
                ? Verdict.TOO_MANY_FAILURES
                : Verdict.WRONG;
    }

    /** After how long a further attempt makes sense. */
    public Duration retryAfter(String userId, String address) {
        Counts counts = counts(userId, address);
        Duration account = pause(counts.account, MOST_OF_ACCOUNT);
        Duration ofAddress = pause(counts.address, MOST_OF_ADDRESS);
        return account.compareTo(ofAddress) > 0 ? account : ofAddress;
    }

    private Duration pause(String key, int most) {
        return count(key) >= most ? failures.timeLeft(key) : Duration.ZERO;
    }

    private boolean areTooMany(Counts counts) {
        return count(counts.account) >= MOST_OF_ACCOUNT || count(counts.address) >= MOST_OF_ADDRESS;
    }

    private long count(String key) {
        return failures.get(key).map(Long::parseLong).orElse(0L);
    }

    /** Of fixed length, whatever somebody sends as an id. */
    private static Counts counts(String userId, String address) {
        return new Counts(
                "failures:account:" + Tokens.fingerprint(userId), "failures:address:" + address);
    }
}
