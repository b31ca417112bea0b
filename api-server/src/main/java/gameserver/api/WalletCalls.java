package gameserver.api;

import gameserver.api.account.Database;
import gameserver.api.account.UserId;
import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The chips, for game servers: each call can be repeated until it is answered. */
final class WalletCalls {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");
    private static final int MOST_BETS = 256;
    private static final int MOST_VERSIONS = 1_000_000_000;

    private final Database database;

    record Opened(long balance, long changes) {}

    record Held(String outcome, long balance, long changes) {}

    record Settled(List<SettledBet> bets) {}

    record SettledBet(String key, long stake, long returned, long balance, long changes) {
        static SettledBet of(Settlement.Answer bet) {
            Balance balance = bet.balance();
            return new SettledBet(
                    bet.key(), bet.stake(), bet.returned(), balance.chips(), balance.changes());
        }
    }

    WalletCalls(Database database) {
        this.database = database;
    }

    /** {@code POST /v1/internal/wallet/open}. */
    void open(Context call) {
        JsonBody body = JsonBody.of(call);
        String userId = userId(body);
        long initialBalance = body.whole("initialBalance", 0, Hold.GREATEST);
        Balance balance = database.askLedger(ledger -> ledger.open(userId, initialBalance));
        call.json(new Opened(balance.chips(), balance.changes()));
    }

    /** {@code POST /v1/internal/wallet/hold}. */
    void hold(Context call) {
        JsonBody body = JsonBody.of(call);
        Hold hold =
                new Hold(
                        matching(KEY, "key", body.text("key")),
                        body.whole("version", 1, MOST_VERSIONS),
                        userId(body),
                        body.whole("amount", 0, Hold.GREATEST),
                        matching(ServerCalls.RUN, "run", body.text("run")));
        Hold.Answer answer = database.askLedger(ledger -> ledger.hold(hold));
        String outcome = answer.outcome().name().toLowerCase(Locale.ROOT);
        Balance balance = answer.balance();
        call.json(new Held(outcome, balance.chips(), balance.changes()));
    }

    /** {@code POST /v1/internal/wallet/settle}. */
    void settle(Context call) {
        List<Settlement> settlements =
                JsonBody.of(call).objects("bets", MOST_BETS).stream()
                        .map(WalletCalls::settlement)
                        .toList();
        List<Settlement.Answer> answers = database.askLedger(ledger -> ledger.settle(settlements));
        call.json(new Settled(answers.stream().map(SettledBet::of).toList()));
    }

    private static Settlement settlement(JsonBody bet) {
        String key = matching(KEY, "key", bet.text("key"));
        long stake = bet.whole("stake", 0, Hold.GREATEST);
        long mostReturned = stake == 0 ? 0 : 9 * Hold.GREATEST;
        return new Settlement(key, userId(bet), stake, bet.whole("returned", 0, mostReturned));
    }

    /** {@code GET /v1/internal/wallet/audit}. */
    void audit(Context call) {
        call.json(database.askLedger(ledger -> ledger.audit()));
    }

    private static String userId(JsonBody body) {
        String userId = body.text("userId");
        if (!UserId.isValid(userId)) {
            throw ProblemException.ofField("userId", "not a user id");
        }
        return userId;
    }

    private static String matching(Pattern pattern, String field, String value) {
        if (!pattern.matcher(value).matches()) {
            throw ProblemException.ofField(field, "does not match " + pattern);
        }
        return value;
    }
}
