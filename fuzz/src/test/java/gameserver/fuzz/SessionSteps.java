package gameserver.fuzz;

import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.Packet;
import gameserver.net.testing.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.LeakPresenceDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Turns an input into what clients do to a server, one step after the other, and looks after each
 * whether all that has to hold still does.
 *
 * <p>A step begins with a byte:
 *
 * <pre>
 *    bit 7          bits 6..2     bits 1..0
 *   +--------------+-------------+---------+
 *   | do not wait  |    what     |   who   |
 *   +--------------+-------------+---------+
 * </pre>
 *
 * After a step that does not wait, the server has nothing done of it yet when the next one comes.
 * The bytes that follow, if any, say how it is done.
 */
final class SessionSteps {
    private static final List<Duration> TIMES =
            List.of(
                    Duration.ofMillis(1),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(6),
                    Duration.ofSeconds(9),
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(31),
                    Duration.ofSeconds(65));

    /** After that all rounds are over, and what could not be paid is. */
    private static final Duration ROUNDS = Duration.ofSeconds(20);

    /** After that nothing of anybody is left. */
    private static final Duration EVERYTHING = Duration.ofSeconds(70);

    private static final int MOST_AT_ONCE = 64;
    private static final int HEADER = 5;
    private static final ErrorLog LOG = ErrorLog.install();

    private final ServerUnderFuzz subject;
    private final PacketEncoder encoder;
    private final Clients clients;
    private final Input input;

    /** What has been done, for whoever has to find out what was wrong with it. */
    private final List<Object> done = new ArrayList<>();

    private record Step(String what, int who, Object how) {
        @Override
        public String toString() {
            Object told = how instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : how;
            return "client " + who + " " + what + " " + told;
        }
    }

    private SessionSteps(ServerUnderFuzz subject, Input input) {
        this.subject = subject;
        this.encoder = new PacketEncoder(subject.dialect().format());
        this.clients = new Clients(subject);
        this.input = input;
    }

    /** Does all steps, lets the clients go, and looks whether anything is left of them. */
    static void run(ServerUnderFuzz subject, Input input) {
        SessionSteps steps = new SessionSteps(subject, input);
        try (subject) {
            steps.run();
        } catch (RuntimeException | Error e) {
            StringBuilder told = new StringBuilder(String.valueOf(e.getMessage()));
            steps.done.forEach(step -> told.append("\n  ").append(step));
            throw new AssertionError(told.toString(), e);
        }
        LeakPresenceDetector.check();
    }

    private void run() {
        while (input.hasMore()) {
            int step = input.next();
            step(step >> 2 & 0x1F, step & 3);
            if (step < 0x80) {
                settle();
            }
            clients.hear();
        }
        settle();
        subject.recover();
        pass(ROUNDS);
        clients.assertPaid();
        for (int i = 0; i < Clients.MOST; i++) {
            clients.vanish(i);
        }
        pass(EVERYTHING);
        subject.assertOver();
    }

    private void settle() {
        subject.server().settle();
        clients.hear();
        if (!subject.isDisturbed()) {
            clients.assertSettled();
        }
        LOG.assertEmpty();
    }

    private void pass(Duration time) {
        subject.server().pass(time);
        settle();
    }

    private void step(int what, int who) {
        switch (what) {
            case 0 -> sendChanged(who);
            case 1 -> sendOtherLength(who);
            case 2 -> sendAnything(who);
            case 3 -> send(who, "sends bytes", input.take(input.next()));
            case 4 -> sendPart(who);
            case 5 -> sendMany(who);
            case 6 -> {
                done.add(new Step("vanishes", who, ""));
                clients.vanish(who);
            }
            case 7 -> {
                done.add(new Step("ends its output", who, ""));
                clients.get(who).endOutput();
            }
            case 8 -> {
                Duration time = input.choose(TIMES);
                done.add("pass " + time);
                pass(time);
            }
            case 9 -> {
                subject.disturb(input);
                done.add("disturbed");
            }
            case 10 -> {
                done.add("the event loop runs, the logic does not");
                subject.server().runEventLoop();
            }
            default -> {
                Packet packet = packet(what);
                done.add(new Step("says", who, packet));
                clients.get(who).send(encode(packet));
            }
        }
    }

    private Packet packet(int choice) {
        return subject.packets().get(choice % subject.packets().size()).apply(input);
    }

    private byte[] encode(Packet packet) {
        ByteBuf out = Unpooled.buffer();
        encoder.encode(packet, out);
        return ByteBufUtil.getBytes(out);
    }

    private void send(int who, String what, byte[] bytes) {
        done.add(new Step(what, who, bytes));
        clients.get(who).send(bytes);
    }

    /** A packet of which one byte is another. */
    private void sendChanged(int who) {
        byte[] frame = encode(packet(input.next()));
        frame[input.next() % frame.length] = (byte) input.next();
        send(who, "changes", frame);
    }

    /** A packet whose body is too short or too long, and whose header says so. */
    private void sendOtherLength(int who) {
        byte[] frame = encode(packet(input.next()));
        int size = Math.max(HEADER, frame.length + (byte) input.next());
        frame = Arrays.copyOf(frame, size);
        frame[0] = (byte) size;
        frame[1] = (byte) (size >> 8);
        send(who, "cuts or extends", frame);
    }

    /** A frame with any id and any body. */
    private void sendAnything(int who) {
        int id = input.next() + 256 * input.next();
        byte[] frame = Frames.frame(id, input.take(input.next()));
        send(who, "sends a frame", frame);
    }

    private void sendPart(int who) {
        byte[] frame = encode(packet(input.next()));
        int length = input.next() % frame.length;
        done.add(new Step("sends " + length + " bytes of", who, frame));
        clients.get(who).sendPart(frame, length);
    }

    private void sendMany(int who) {
        List<byte[]> frames = new ArrayList<>();
        byte[] frame = encode(packet(input.next()));
        for (int i = input.next() % MOST_AT_ONCE; i >= 0; i--) {
            frames.add(frame);
        }
        frames.add(encode(packet(input.next())));
        send(who, "sends at once " + frames.size(), Frames.join(frames));
    }
}
