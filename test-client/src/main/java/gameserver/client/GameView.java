package gameserver.client;

import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStartNotify;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.client.Style.Ink;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A baccarat table in words, as it changes and as it is.
 *
 * <p><strong>Threads:</strong> any. Frames come on an event loop while commands ask on their own
 * thread, so what is remembered is used under this object's lock.
 */
final class GameView {
    private static final String NOTHING = "";
    private static final String RANKS = "A23456789TJQK";
    private static final String SUITS = "\u2660\u2666\u2663\u2665";
    static final int WAITING = 1;
    static final int BETTING = 2;

    private final Style style;
    private final LongFunction<String> nameOf;
    private KnownTable table = new KnownTable();

    /**
     * @param nameOf who is called so in the room
     */
    GameView(Style style, LongFunction<String> nameOf) {
        this.style = style;
        this.nameOf = nameOf;
    }

    /** For a new connection, which has not been told anything. */
    synchronized void forget() {
        table = new KnownTable();
    }

    /** How the table is now, and what was bet and dealt. */
    synchronized String table(Instant now) {
        return String.join("\n", table.lines(now, this::words));
    }

    /**
     * Takes note of a frame.
     *
     * @return the line for it, which may be empty; nothing when the frame is not about the game
     */
    synchronized Optional<String> see(Frame frame) {
        if (frame.direction() == Direction.SENT) {
            return Optional.empty();
        }
        table.see(frame.packet(), frame.at());
        return line(frame.packet());
    }

    private Optional<String> line(@Nullable Received packet) {
        if (packet instanceof GameStartResponse start) {
            return Optional.of(unlessRefused("start", start.result()));
        } else if (packet instanceof GameStartNotify) {
            return Optional.of(NOTHING);
        } else if (packet instanceof GameStateNotify state) {
            return Optional.of(notice(words(state)));
        } else if (packet instanceof GameBetResponse bet) {
            return Optional.of(unlessRefused("bet", bet.result()));
        } else if (packet instanceof GameBetNotify bet) {
            return Optional.of(notice(words(bet)));
        } else if (packet instanceof GameResultNotify result) {
            return Optional.of(notice(words(result)));
        } else if (packet instanceof GamePayoutNotify payout) {
            return Optional.of(notice(words(payout)));
        } else if (packet instanceof BalanceNotify balance) {
            return Optional.of(notice("you have " + balance.balance() + " chips"));
        }
        return Optional.empty();
    }

    static String words(GameStateNotify state) {
        String seconds = (state.millisLeft() + 999) / 1000 + " s";
        return switch (state.state()) {
            case WAITING -> "the table is free; who was here first says 'start'";
            case BETTING ->
                    "round %d: %s for 'bet player', 'bet banker' or 'bet tie', with an amount or not"
                            .formatted(state.round(), seconds);
            default -> "the next round can begin in " + seconds;
        };
    }

    private String words(GameBetNotify bet) {
        return "%s bets %d on %s"
                .formatted(
                        TerminalText.escape(nameOf.apply(bet.roomUserId())),
                        bet.amount(),
                        side(bet.side()));
    }

    static String words(GameResultNotify result) {
        String winner = side(result.winner());
        return "player %s = %d, banker %s = %d: %s"
                .formatted(
                        cards(result.playerCards()),
                        result.playerScore(),
                        cards(result.bankerCards()),
                        result.bankerScore(),
                        winner.equals("tie") ? "a tie" : winner + " wins");
    }

    private static String words(GamePayoutNotify payout) {
        String bet = "your %d on %s ".formatted(payout.bet(), side(payout.side()));
        String came =
                payout.returned() == 0
                        ? "are lost"
                        : payout.returned() == payout.bet()
                                ? "come back"
                                : "won " + (payout.returned() - payout.bet());
        return bet + came + "; you have " + payout.balance() + " chips";
    }

    private static String side(int side) {
        return switch (side) {
            case 1 -> "player";
            case 2 -> "banker";
            case 3 -> "tie";
            default -> "side " + side;
        };
    }

    private static String cards(List<Integer> cards) {
        return cards.stream()
                .filter(card -> card >= 0)
                .map(GameView::card)
                .collect(Collectors.joining(" "));
    }

    private static String card(int card) {
        int ranks = RANKS.length();
        return card < ranks * SUITS.length()
                ? "" + RANKS.charAt(card % ranks) + SUITS.charAt(card / ranks)
                : "card " + card;
    }

    private String notice(String text) {
        return style.paint(Ink.NOTICE, "* " + text);
    }

    private String unlessRefused(String request, Result result) {
        return result.isSuccess()
                ? NOTHING
                : style.paint(Ink.PROBLEM, "[" + request + " refused: " + Advice.on(result) + "]");
    }
}
