package gameserver.baccarat;

import gameserver.baccarat.game.Shoe;
import gameserver.baccarat.game.TableLimits;
import gameserver.baccarat.game.TableRules;
import gameserver.net.options.Durations;
import gameserver.net.options.ServerOptions;
import gameserver.wallet.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of the game. Set once at the start and not changed after that. */
public final class BaccaratOptions {
    /** One who plays alone has nobody to wait for the cards with. */
    private static final int LEAST_PLAYERS = 2;

    /** For so much longer than the betting time a round waits for the wallet's answer to a bet. */
    private static final Duration HOLD_TIME = Duration.ofSeconds(1);

    @Option(
            names = "--decks",
            paramLabel = "n",
            defaultValue = "8",
            description = "Decks of cards in a shoe; 1..100.")
    private int decks;

    @Option(
            names = "--betting-time",
            paramLabel = "time",
            defaultValue = "5s",
            converter = Durations.Converter.class,
            description = "For how long bets are taken.")
    private Duration bettingTime = Duration.ZERO;

    @Option(
            names = "--result-time",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "For how long the cards are left on the table.")
    private Duration resultTime = Duration.ZERO;

    @Option(
            names = "--min-bet",
            paramLabel = "chips",
            defaultValue = "100",
            description = "The least that can be bet, and what a bet without an amount is.")
    private long minBet;

    @Option(
            names = "--max-bet",
            paramLabel = "chips",
            defaultValue = "100000",
            description = "The most that can be bet.")
    private long maxBet;

    @Option(
            names = "--initial-balance",
            paramLabel = "chips",
            defaultValue = "1000000",
            description = "What somebody has who comes for the first time.")
    private long initialBalance;

    @Option(
            names = "--wallet-file",
            paramLabel = "file",
            description =
                    "Where the chips are kept; in memory if not given. With --api the API server"
                            + " keeps them.")
    private @Nullable Path walletFile;

    @Option(
            names = "--seed",
            paramLabel = "n",
            description = "For tests: the cards are the same for the same seed.")
    private @Nullable Long seed;

    /** Options as if they had been given on a command line: for tests and for embedding. */
    public static BaccaratOptions of(String... args) {
        BaccaratOptions options = new BaccaratOptions();
        new CommandLine(options).parseArgs(args);
        options.check();
        return options;
    }

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    public void check() {
        ServerOptions.check("--decks", decks, 1, Shoe.MAX_DECKS);
        check("--betting-time", bettingTime);
        check("--result-time", resultTime);
        check("--min-bet", minBet, 1);
        check("--max-bet", maxBet, minBet);
        check("--initial-balance", initialBalance, 0);
    }

    private static void check(String option, long chips, long least) {
        if (chips < least || chips > Hold.GREATEST) {
            throw new IllegalArgumentException(
                    "%s: %d is not in %d..%d".formatted(option, chips, least, Hold.GREATEST));
        }
    }

    private static void check(String option, Duration time) {
        if (time.toMillis() < 1 || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    option + ": " + Durations.format(time) + " is not in 1ms..24h");
        }
    }

    public TableRules rules() {
        return new TableRules(
                new TableLimits(minBet, maxBet), LEAST_PLAYERS, bettingTime, HOLD_TIME, resultTime);
    }

    public int decks() {
        return decks;
    }

    public long initialBalance() {
        return initialBalance;
    }

    public Optional<Path> walletFile() {
        return Optional.ofNullable(walletFile);
    }

    /** Empty for cards that nobody can know before. */
    public Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }
}
