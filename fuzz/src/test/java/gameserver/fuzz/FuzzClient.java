package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.RoomRelayNotify;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.server.ManualClient;
import gameserver.net.server.ManualServer;
import gameserver.net.session.SessionState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;

/**
 * One connection, and what has to hold of it: what comes is packets, every question is answered
 * once and in order, and the server closes for a reason that the client has given.
 */
final class FuzzClient {
    static final int MAX_SIZE = 1024;

    private static final Duration LOGIN_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(60);

    /** Time-outs are looked after about so often. */
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private final ManualServer server;
    private final ManualClient wire;
    private final PacketDecoder questions;
    private final PacketDecoder answers;
    private final PacketEncoder encoder;
    private final Knowledge knowledge;
    private final FrameCutter sent = new FrameCutter(MAX_SIZE);
    private final FrameCutter received = new FrameCutter(PacketHeader.MAX_SIZE);
    private final Queue<Question> unanswered = new ArrayDeque<>();
    private final Set<ErrorCode> notices = EnumSet.noneOf(ErrorCode.class);
    private final long openedAt;
    private long sentAt;
    private boolean outputEnded;

    /** The end of a frame whose beginning has been sent. */
    private byte[] unsent = {};

    /**
     * A new connection.
     *
     * @param questions decodes what is sent
     * @param answers decodes what is received
     * @param encoder of the server's format
     */
    FuzzClient(
            ManualServer server,
            PacketDecoder questions,
            PacketDecoder answers,
            PacketEncoder encoder,
            Knowledge knowledge) {
        this.server = server;
        this.wire = server.connect();
        this.questions = questions;
        this.answers = answers;
        this.encoder = encoder;
        this.knowledge = knowledge;
        this.openedAt = server.nanoTime();
        this.sentAt = openedAt;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    boolean isOpen() {
        return wire.isOpen();
    }

    /** Sends bytes as one piece, after what is left of a frame. */
    void send(byte[] bytes) {
        byte[] rest = unsent;
        unsent = new byte[0];
        sendPiece(rest);
        sendPiece(bytes);
    }

    /** Sends a part of a frame; the rest comes before whatever is sent next. */
    void sendPart(byte[] frame, int length) {
        send(Arrays.copyOf(frame, length));
        unsent = Arrays.copyOfRange(frame, length, frame.length);
    }

    private void sendPiece(byte[] bytes) {
        if (outputEnded || bytes.length == 0) {
            return;
        }
        sentAt = server.nanoTime();
        for (byte[] frame : sent.cut(bytes)) {
            unanswered.add(new Question(questions.decode(Unpooled.wrappedBuffer(frame))));
        }
        wire.send(bytes);
    }

    void endOutput() {
        if (!outputEnded) {
            outputEnded = true;
            wire.endOutput();
        }
    }

    void vanish() {
        wire.close();
    }

    /** Hears what has come. */
    void hear() {
        for (byte[] frame : received.cut(wire.takeReceived())) {
            Received packet = answers.decode(Unpooled.wrappedBuffer(frame));
            assertTrue(packet instanceof Packet, () -> "the server sent " + packet);
            hear((Packet) packet);
        }
        assertFalse(received.isBroken() || received.isWithinFrame(), "the server sent no frame");
        if (!isOpen()) {
            assertClosedForAReason();
        }
    }

    private void hear(Packet packet) {
        if (packet instanceof ErrorNotify error && isNotice(error)) {
            notices.add(ErrorCode.of(error.code()).orElseThrow());
            return;
        }
        if (isAnswer(packet)) {
            Question question = unanswered.poll();
            assertTrue(question != null, () -> packet + " is the answer to no question");
            assertTrue(
                    question.isAnsweredBy(packet, knowledge.state(), this::onTheWire),
                    () -> packet + " to " + question + " of " + knowledge);
            knowledge.hearAnswer(question, packet);
        }
        knowledge.hear(packet);
    }

    /** What is heard of a packet; not every format has all fields. */
    private Received onTheWire(Packet packet) {
        ByteBuf frame = Unpooled.buffer();
        encoder.encode(packet, frame);
        return answers.decode(frame);
    }

    /** Tells something that was not asked. */
    private static boolean isNotice(ErrorNotify error) {
        return error.code() >= ErrorCode.LOGIN_TIMEOUT.number()
                && error.code() <= ErrorCode.SERVER_FULL.number();
    }

    private boolean isAnswer(Packet packet) {
        if (packet instanceof RoomRelayNotify relay) {
            return knowledge.isMine(relay);
        }
        boolean isResponse = packet.type().name().endsWith("_RES");
        return (isResponse && !knowledge.isMove(packet))
                || packet instanceof Echo
                || packet instanceof ErrorNotify;
    }

    private void assertClosedForAReason() {
        if (notices.contains(ErrorCode.LOGGED_IN_ELSEWHERE)
                || notices.contains(ErrorCode.TOO_MANY_REQUESTS)) {
            return;
        }
        assertEquals(0, unanswered.size(), () -> "closed, and not answered: " + unanswered);
        boolean loginTimeout =
                notices.contains(ErrorCode.LOGIN_TIMEOUT) && isSince(openedAt, LOGIN_TIMEOUT);
        boolean heartbeatTimeout =
                notices.contains(ErrorCode.HEARTBEAT_TIMEOUT) && isSince(sentAt, HEARTBEAT_TIMEOUT);
        assertTrue(
                sent.isBroken() || outputEnded || loginTimeout || heartbeatTimeout,
                () -> "closed without a reason: " + knowledge + " was told " + notices);
    }

    /** Once nothing is left to do, everything is answered, and who has to be closed is closed. */
    void assertSettled() {
        assertEquals(0, unanswered.size(), () -> "not answered: " + unanswered);
        assertFalse(sent.isBroken(), "a bad frame, and not closed");
        assertFalse(outputEnded, "nothing more will come, and not closed");
        assertFalse(isSince(sentAt, HEARTBEAT_TIMEOUT.plus(SWEEP)), "silent, and not closed");
        assertFalse(
                knowledge.state() == SessionState.CONNECTED
                        && isSince(openedAt, LOGIN_TIMEOUT.plus(SWEEP)),
                "not logged in, and not closed");
    }

    private boolean isSince(long start, Duration time) {
        return server.nanoTime() - start >= time.toNanos();
    }
}
