package gameserver.chat;

import static gameserver.chat.Replies.LEFT;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.entered;
import static gameserver.chat.Replies.here;
import static gameserver.chat.Replies.leaveRefused;
import static gameserver.chat.Replies.said;
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;

import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaving a room, on purpose or with the connection. */
@ExtendWith(NoLeaks.class)
final class RoomLeaveLoopbackTest {
    private static final byte[] LOGIN_AS_X = Frames.frame(701, Hex.bytes("78" + "00".repeat(31)));
    private static final byte[] ENTER_0 = Frames.frame(721, Hex.bytes("00000000"));

    @Test
    void theOthersHearWhoGoesAndTheOneWhoGoesHearsThatItIsOut() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            Guest carol = server.guestIn(0, "carol");
            alice.hears(came(2, "bob"), came(3, "carol"));
            bob.hears(came(3, "carol"));

            bob.asksToLeave().hears(LEFT).hearsNothingMore();

            alice.hears(went(2)).hearsNothingMore();
            carol.hears(went(2)).hearsNothingMore();
        }
    }

    @Test
    void nobodyElseHearsOfIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest outside = server.login("outside");
            Guest elsewhere = server.guestIn(1, "elsewhere");

            server.guestIn(0, "alice").asksToLeave().hears(LEFT);

            outside.hearsNothingMore();
            elsewhere.hearsNothingMore();
        }
    }

    @Test
    void whoIsOutHearsNothingOfTheRoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));
            bob.asksToLeave().hears(LEFT);

            alice.hears(went(2)).chats("alone").hears(said(1, "alone"), Replies.CHATTED);
            server.guestIn(0, "carol");

            bob.hearsNothingMore();
        }
    }

    @Test
    void whoIsOutCanNotLeaveAgain() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");

            alice.asksToLeave().asksToLeave();

            alice.hears(LEFT, leaveRefused(ErrorCode.NOT_IN_ROOM)).hearsNothingMore();
        }
    }

    @Test
    void whoIsOutMayEnterThisOrAnotherRoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.guestIn(0, "bob");
            Guest alice = server.guestIn(0, "alice");
            bob.hears(came(2, "alice"));

            alice.asksToLeave().hears(LEFT).asksToEnter(1).hears(entered(1, 1));
            alice.asksToLeave().hears(LEFT).asksToEnter(0);

            alice.hears(here(user(1, "bob")), entered(0, 3)).hearsNothingMore();
            bob.hears(went(2), came(3, "alice")).hearsNothingMore();
        }
    }

    @Test
    @BinaryOnly
    void aWholeVisitInOnePieceIsDoneInItsOrder() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.guestIn(0, "bob");
            Guest x = server.connect();

            x.client()
                    .sendRaw(
                            Frames.join(
                                    ENTER_0,
                                    LOGIN_AS_X,
                                    ENTER_0,
                                    Frames.frame(731, Hex.bytes("0200 6869")),
                                    Frames.frame(726),
                                    Frames.frame(731, Hex.bytes("0200 6869")),
                                    ENTER_0));

            x.hearsError(ErrorCode.NOT_LOGGED_IN);
            x.hears(Replies.LOGGED_IN, here(user(1, "bob")), entered(0, 2));
            x.hears(said(2, "hi"), Replies.CHATTED, LEFT);
            x.hears(Replies.chatRefused(ErrorCode.NOT_IN_ROOM));
            x.hears(here(user(1, "bob")), entered(0, 3)).hearsNothingMore();
            bob.hears(came(2, "x"), said(2, "hi"), went(2), came(3, "x")).hearsNothingMore();
        }
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("closed", end(Socket::close)),
                Arguments.of("half closed", end(Socket::shutdownOutput)),
                Arguments.of(
                        "reset",
                        end(
                                socket -> {
                                    socket.setSoLinger(true, 0);
                                    socket.close();
                                })),
                Arguments.of(
                        "closed in the middle of a frame",
                        end(
                                socket -> {
                                    socket.getOutputStream().write(Hex.bytes("0a00db02 00 0300"));
                                    socket.close();
                                })),
                Arguments.of("too small a size", end(writing("0400db0200"))),
                Arguments.of("too great a size", end(writing("0104db0200"))));
    }

    private static Ending writing(String hex) {
        return socket -> socket.getOutputStream().write(Hex.bytes(hex));
    }

    /** What becomes of a connection. */
    private interface Ending {
        void of(Socket socket) throws IOException;
    }

    private static Consumer<Socket> end(Ending ending) {
        return socket -> {
            try {
                ending.of(socket);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    @BinaryOnly
    void aLostConnectionLeavesHoweverItIsLost(String name, Consumer<Socket> ending)
            throws Exception {
        try (ChatTestServer server = ChatTestServer.start();
                Socket lost = new Socket()) {
            Guest alice = server.guestIn(0, "alice");
            lost.connect(server.server().address().toSocketAddress());
            lost.getOutputStream().write(Frames.join(LOGIN_AS_X, ENTER_0));
            alice.hears(came(2, "x"));

            ending.accept(lost);

            alice.hears(went(2)).hearsNothingMore();
            server.awaitUsers(1);
            alice.chats("alone").hears(said(1, "alone"), Replies.CHATTED).hearsNothingMore();
            server.login("x").asksToEnter(0).hears(here(user(1, "alice")), entered(0, 3));
        }
    }

    @Test
    @BinaryOnly
    void whatWasSaidBeforeTheConnectionWasLostIsHeardBeforeTheLeave() throws Exception {
        try (ChatTestServer server = ChatTestServer.start();
                Socket lost = new Socket()) {
            Guest alice = server.guestIn(0, "alice");
            lost.connect(server.server().address().toSocketAddress());

            lost.getOutputStream()
                    .write(
                            Frames.join(
                                    LOGIN_AS_X,
                                    ENTER_0,
                                    Frames.frame(731, Hex.bytes("0300 627965")),
                                    Hex.bytes("0400db0200"),
                                    Frames.frame(731, Hex.bytes("0400 6e6f7065"))));

            alice.hears(came(2, "x"), said(2, "bye"), went(2)).hearsNothingMore();
        }
    }
}
