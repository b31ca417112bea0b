package gameserver.baccarat;

import gameserver.baccarat.chips.Wallet;
import gameserver.baccarat.game.BetCheck;
import gameserver.baccarat.game.Payout;
import gameserver.baccarat.game.PendingBet;
import gameserver.baccarat.game.Refusal;
import gameserver.baccarat.game.RefusedBet;
import gameserver.baccarat.game.RoundResult;
import gameserver.baccarat.game.Table;
import gameserver.baccarat.game.TableState;
import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameStartNotify;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.chat.Member;
import gameserver.chat.Room;
import gameserver.chat.User;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table in a room: takes what users say to the game, and the game's word and the wallet's to the
 * users. Belongs to the logic thread of its room.
 */
final class GameTable {
    private static final Logger log = LoggerFactory.getLogger(GameTable.class);

    /** The result is told without the payouts if the wallet takes longer than that. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Room room;
    private final LogicExecutor logic;
    private final Table<Seat> table;
    private final Wallet wallet;
    private final Players players;

    /** Of the round that goes on; of none when its bets are settled. */
    private RoundBets bets;

    /** When the first timer that is under way will call {@link #goOn}; null when there is none. */
    private @Nullable Long timerDue;

    /** Whether the wallet has still to settle the bets of the last round. */
    private boolean isSettling;

    GameTable(Room room, Table<Seat> table, Wallet wallet, Players players) {
        this.room = room;
        this.logic = room.logic();
        this.table = table;
        this.wallet = wallet;
        this.players = players;
        this.bets = betsOf(0);
    }

    private RoundBets betsOf(long round) {
        return new RoundBets(wallet.run(), room.number(), round);
    }

    void enter(Member newcomer) {
        logic.requireCurrent(this);
        Seat seat = Seat.of(newcomer);
        table.enter(seat);
        newcomer.occupant().send(new BalanceNotify(players.balance(seat.userId())));
        newcomer.occupant().send(Notices.state(table.view(logic.nanoTime())));
    }

    void leave(Member member) {
        logic.requireCurrent(this);
        table.leave(Seat.of(member));
        goOn();
    }

    void start(User user, GameStartRequest request) {
        logic.requireCurrent(this);
        if (isSettling) { // Else a wallet that is away would find all rounds of that time waiting.
            user.refuse(request, ErrorCode.GAME_START_INVALID_STATE);
            return;
        }
        Optional<Refusal> refusal = table.start(Seat.of(user.memberInRoom()), logic.nanoTime());
        if (refusal.isPresent()) {
            user.refuse(request, Notices.error(refusal.get()));
            return;
        }
        bets = betsOf(table.view(logic.nanoTime()).round());
        user.send(new GameStartResponse(Result.SUCCESS));
        room.sendToAll(new GameStartNotify());
        tellState();
        goOn();
    }

    void bet(User user, GameBetRequest request) {
        logic.requireCurrent(this);
        Seat seat = Seat.of(user.memberInRoom());
        BetCheck<Seat> check = table.bet(seat, request.side(), request.amount(), logic.nanoTime());
        if (check instanceof RefusedBet<Seat> refused) {
            user.refuse(request, Notices.error(refused.why()));
        } else if (check instanceof PendingBet<Seat> pending) {
            Hold hold = bets.hold(seat.userId(), pending.toHold());
            user.session()
                    .await(
                            wallet.hold(hold),
                            (answer, failure) -> onHeld(user, request, pending, answer));
        }
    }

    /** The user may have gone in the meantime; a bet that is held counts all the same. */
    private void onHeld(
            User user,
            GameBetRequest request,
            PendingBet<Seat> pending,
            Hold.@Nullable Answer answer) {
        if (answer != null) {
            players.setBalance(pending.player().userId(), answer.balance());
        }
        if (answer != null && answer.outcome() == Hold.Outcome.HELD && table.place(pending)) {
            user.send(new GameBetResponse(Result.SUCCESS));
            room.sendToAll(
                    new GameBetNotify(
                            pending.player().member().id(),
                            pending.bet().side().number(),
                            pending.bet().amount()));
        } else {
            table.cancel(pending);
            user.refuse(request, whyNot(answer));
        }
        goOn();
    }

    private static ErrorCode whyNot(Hold.@Nullable Answer answer) {
        if (answer == null) {
            return ErrorCode.LOGIN_UNAVAILABLE;
        }
        return answer.outcome() == Hold.Outcome.NOT_ENOUGH
                ? ErrorCode.BET_NOT_ENOUGH_BALANCE
                : ErrorCode.BET_INVALID_STATE;
    }

    /** Does what is due, and sees to it that what is due later is done then. */
    private void goOn() {
        table.dealIfDue(logic.nanoTime()).ifPresent(this::onDealt);
        if (table.waitIfDue(logic.nanoTime())) {
            tellState();
        }
        callAgainAfter(table.nanosUntilDue(logic.nanoTime()));
    }

    /**
     * A round that ends early is over before the timer of its betting, which does no harm later.
     */
    private void callAgainAfter(long nanos) {
        if (nanos == Long.MAX_VALUE) {
            return;
        }
        long wait = Math.max(0, nanos);
        long due = logic.nanoTime() + wait;
        if (timerDue == null || due - timerDue < 0) {
            timerDue = due;
            logic.schedule(
                    Duration.ofNanos(wait),
                    () -> {
                        if (Objects.equals(timerDue, due)) {
                            timerDue = null;
                        }
                        goOn();
                    });
        }
    }

    private void onDealt(RoundResult<Seat> result) {
        room.sendToAll(Notices.result(result.coup()));
        settle(result.payouts());
    }

    /** Refunds the round in which bets are taken, if there is one: the server stops. */
    void callOff() {
        logic.requireCurrent(this);
        if (table.view(logic.nanoTime()).state() == TableState.BETTING) {
            settle(table.callOff());
        }
    }

    private void settle(List<Payout<Seat>> payouts) {
        List<Settlement> settlements = bets.settlements(payouts);
        bets = betsOf(0);
        new Settling(payouts, settlements).begin();
    }

    /** Whether the wallet has still to settle a round. */
    boolean isSettling() {
        logic.requireCurrent(this);
        return isSettling;
    }

    private void tellState() {
        room.sendToAll(Notices.state(table.view(logic.nanoTime())));
    }

    /** The end of a round as the wallet sees it: asked for until it has answered. */
    private final class Settling {
        private final List<Payout<Seat>> payouts;
        private final List<Settlement> settlements;
        private boolean isStateTold;

        Settling(List<Payout<Seat>> payouts, List<Settlement> settlements) {
            this.payouts = payouts;
            this.settlements = settlements;
        }

        void begin() {
            if (settlements.isEmpty()) {
                tellStateOnce();
                return;
            }
            isSettling = true;
            logic.schedule(PATIENCE, this::tellStateOnce);
            ask();
        }

        private void ask() {
            wallet.settle(settlements)
                    .whenCompleteAsync(
                            (answers, failure) -> {
                                if (answers == null) {
                                    log.warn("no answer to a settlement room={}", room, failure);
                                    logic.schedule(PATIENCE, this::ask);
                                } else {
                                    onSettled(answers);
                                }
                            },
                            logic);
        }

        private void onSettled(List<Settlement.Answer> answers) {
            isSettling = false;
            Map<String, Settlement.Answer> byUser = new HashMap<>();
            for (int i = 0; i < settlements.size(); i++) {
                String userId = settlements.get(i).userId();
                byUser.put(userId, answers.get(i));
                players.setBalance(userId, answers.get(i).balance());
            }
            for (Payout<Seat> payout : payouts) {
                String userId = payout.player().userId();
                Settlement.Answer answer = Objects.requireNonNull(byUser.get(userId));
                players.send(userId, notice(payout, answer, players.balance(userId)));
            }
            tellStateOnce();
        }

        /** A bet that had gone back before is told as such: the bet comes back, nothing is won. */
        private static Packet notice(Payout<Seat> payout, Settlement.Answer answer, long balance) {
            boolean counted = answer.stake() > 0;
            return new GamePayoutNotify(
                    payout.bet().side().number(),
                    payout.bet().amount(),
                    counted ? answer.returned() : payout.bet().amount(),
                    balance);
        }

        private void tellStateOnce() {
            if (!isStateTold) {
                isStateTold = true;
                tellState();
            }
        }
    }
}
