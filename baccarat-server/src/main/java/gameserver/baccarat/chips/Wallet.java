package gameserver.baccarat.chips;

import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The chips of all users, by the rules of {@link gameserver.wallet.Ledger}. The logic thread asks
 * and goes on; the answer comes on any thread, within some seconds, or the call fails. A call that
 * has failed may have had its effect: it can be repeated until it has an answer. Answers of calls
 * that go on at the same time come in any order.
 */
public interface Wallet {
    /** The balance of a user; of who is new, as many chips as everybody begins with. */
    CompletionStage<Balance> open(String userId);

    /** Holds chips for a bet. */
    CompletionStage<Hold.Answer> hold(Hold hold);

    /** Ends the bets of a round, all or none; the answers come in the same order. */
    CompletionStage<List<Settlement.Answer>> settle(List<Settlement> settlements);

    /** Names this process: what it holds and can't settle any more goes back when it is gone. */
    String run();

    /** Called once, when nothing more will be asked. */
    default void close() {}
}
