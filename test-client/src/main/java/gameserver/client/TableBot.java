package gameserver.client;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.client.ApiAnswer.Seat;
import gameserver.net.client.CannotConnectException;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.Received;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A player who looks for a table, plays there until somebody leaves, and looks for another. Runs
 * until its thread is interrupted.
 */
final class TableBot implements Runnable {
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
    private static final String PASSWORD = "bot-password";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Less than the time after which a server takes a silent client for lost. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private static final int WAITING = 1;
    private static final int BETTING = 2;
    private static final int SIDES = 3;
    private static final int CHIP = 100;
    private static final int MOST_CHIPS = 10;

    private final String name;
    private final int tableSize;
    private final ApiClient api;
    private final ClientThreads io;
    private final RandomGenerator random = RandomGenerator.getDefault();

    TableBot(String name, int tableSize, ApiSettings api, ClientThreads io) {
        this.name = name;
        this.tableSize = tableSize;
        this.api = new ApiClient(api, Demo.TIMEOUT);
        this.io = io;
    }

    @Override
    public void run() {
        try {
            openAccount();
            while (!Thread.interrupted()) {
                playOnce();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The demo is over.
        }
    }

    private void openAccount() throws InterruptedException {
        try {
            api.register(name, PASSWORD);
        } catch (CommandException e) {
            return; // It is there already, or the login that follows fails, too.
        }
    }

    /** Finds a table and plays there. Whatever goes wrong, the next try may go well. */
    private void playOnce() throws InterruptedException {
        try {
            api.logIn(name, PASSWORD);
            playAt(api.match(tableSize));
        } catch (CommandException | CannotConnectException e) {
            return;
        }
    }

    private void playAt(Seat seat) throws CannotConnectException, InterruptedException {
        try (NetClient table =
                NetClient.connect(io, seat.login().address(), DIALECT, Demo.TIMEOUT)) {
            table.send(LoginRequest.of(name, seat.login().token()));
            table.send(new RoomEnterRequest(seat.room()));
            Move next = silence();
            while (!table.isAtEnd()) {
                Frame frame = table.poll(next.timeLeft());
                if (frame == null) {
                    table.send(next.packet);
                    next = silence();
                } else if (frame.packet() instanceof GameStateNotify state) {
                    next = moveIn(state.state());
                } else if (isReasonToGo(frame.packet())) {
                    return;
                }
            }
        }
    }

    private static boolean isReasonToGo(@Nullable Received packet) {
        return packet instanceof RoomLeaveUserNotify
                || packet instanceof ErrorNotify
                || (packet instanceof RoomEnterResponse enter && !enter.result().isSuccess());
    }

    /**
     * What it says next, unless the table changes before that.
     *
     * @param due as {@link System#nanoTime}
     */
    private record Move(Packet packet, long due) {
        static Move in(Duration delay, Packet packet) {
            return new Move(packet, System.nanoTime() + delay.toNanos());
        }

        Duration timeLeft() {
            return Duration.ofNanos(Math.max(0, due - System.nanoTime()));
        }
    }

    private static Move silence() {
        return Move.in(LONGEST_SILENCE, new PingRequest(null));
    }

    private Move moveIn(int state) {
        Duration soon = Duration.ofMillis(random.nextInt(500, 2500));
        return switch (state) {
            case WAITING -> Move.in(soon.plus(PAUSE), new GameStartRequest());
            case BETTING -> Move.in(soon, bet());
            default -> silence();
        };
    }

    private GameBetRequest bet() {
        long amount = CHIP * random.nextLong(1, MOST_CHIPS + 1);
        return new GameBetRequest(random.nextInt(1, SIDES + 1), amount);
    }
}
