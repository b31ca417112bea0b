package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.client.Admission;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.ChatOptions;
import gameserver.chat.User;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.logic.ManualLogic;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tables whose time passes when the test says so. */
final class ManualCasino implements AutoCloseable {
    static final Duration BETTING = Duration.ofSeconds(5);
    static final Duration RESULT = Duration.ofSeconds(10);

    final TestWallet wallet = new TestWallet();
    private final ManualLogic logic = new ManualLogic();
    private final Baccarat baccarat;
    private final Application<User> application;

    ManualCasino(String... options) {
        baccarat =
                new Baccarat(
                        ChatOptions.of("--rooms=6", "--duplicate-login=replace"),
                        BaccaratOptions.of(options),
                        new SplittableRandom(1),
                        ManualCasino::check,
                        wallet,
                        /* takesMatches= */ true,
                        logic);
        application = baccarat.application();
    }

    /** A password {@code room 5} is as good as a token of a match in that room. */
    private static CompletionStage<Admission> check(String id, Bytes password) {
        String text = String.valueOf(password.toText());
        return CompletableFuture.completedStage(
                text.startsWith("room ")
                        ? Admission.grantedWith(Integer.parseInt(text.substring(5)))
                        : Admission.GRANTED);
    }

    /** A client, and what has been said to it. */
    final class Player {
        private final FakeSession session = new FakeSession(SessionState.CONNECTED);
        private final User user = application.listener().onOpened(session);

        Player says(Packet packet) {
            application.handlers().dispatch(session, user, packet);
            logic.runPending();
            return this;
        }

        Player starts() {
            return says(new GameStartRequest());
        }

        Player bets(int side, @Nullable Long amount) {
            return says(new GameBetRequest(side, amount));
        }

        /** Exactly these were said to this client since it was asked last. */
        void heard(Packet... packets) {
            assertEquals(List.of(packets), session.takeSent());
        }

        /** Everything that was said to this client since it was asked last. */
        List<Packet> heard() {
            return session.takeSent();
        }

        /** The first of that kind among them; forgets all of them. */
        <P extends Packet> P heard(Class<P> type) {
            List<Packet> sent = session.takeSent();
            return sent.stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("heard " + sent));
        }

        void isRefused(Packet request, ErrorCode error) {
            forgets().says(request).heard(request.type().refuse(error));
        }

        Player forgets() {
            session.takeSent();
            return this;
        }

        void vanishes() {
            application.listener().onClosed(user, CloseReason.PEER_CLOSED);
            logic.runPending();
        }
    }

    static GameStateNotify waiting(long round) {
        return new GameStateNotify(1, 0, round);
    }

    static GameStateNotify betting(Duration left, long round) {
        return new GameStateNotify(2, (int) left.toMillis(), round);
    }

    static GameStateNotify result(long round) {
        return new GameStateNotify(3, (int) RESULT.toMillis(), round);
    }

    static Packet refused(ErrorCode error) {
        return new GameBetResponse(Result.of(error));
    }

    static Packet taken() {
        return new GameBetResponse(Result.SUCCESS);
    }

    Player logIn(String id) {
        return new Player().says(LoginRequest.of(id, "pw"));
    }

    /** Somebody who was matched to play in a room, and is not in it yet. */
    Player logInFor(String id, int room) {
        return new Player().says(LoginRequest.of(id, "room " + room)).forgets();
    }

    List<Integer> roomsForMatches() {
        return baccarat.roomsForMatches();
    }

    /** Somebody at the table of a room; what was said until then is forgotten. */
    Player seat(String id, int room) {
        return logIn(id).says(new RoomEnterRequest(room)).forgets();
    }

    void pass(Duration time) {
        logic.advance(time);
        logic.runPending();
    }

    void drain() {
        Thread drain = new Thread(() -> baccarat.drain(Duration.ofSeconds(10)));
        drain.start();
        while (logic.depth() == 0) {
            Thread.onSpinWait();
        }
        pass(Duration.ofMillis(100));
    }

    /** Whatever has happened, all chips are there. */
    @Override
    public void close() {
        wallet.line(TestWallet.Line.GOOD);
        wallet.answer();
        pass(Duration.ofMinutes(1));
        try {
            assertTrue(wallet.audit().isRight(), () -> wallet.audit().toString());
            assertEquals(0, wallet.audit().held(), "chips are held, and no round goes on");
        } finally {
            wallet.close();
        }
    }
}
