package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A size that can't be resynchronised ends its connection, after the answers to what was good. */
@ExtendWith(NoLeaks.class)
class BadFrameLoopbackTest {
    private static final int MAX = 1024;

    private final SessionRecorder recorder = new SessionRecorder();

    static Stream<Arguments> badSizes() {
        return IntStream.of(0, 3, 4, MAX + 1, 65535)
                .boxed()
                .flatMap(
                        size ->
                                Arrays.stream(Setup.values())
                                        .map(setup -> Arguments.of(size, setup)));
    }

    private TestServer start(Setup setup) {
        return setup.server()
                .with("--max-packet-size", MAX)
                .listener(recorder)
                .onEcho(recorder::echo)
                .start();
    }

    @ParameterizedTest(name = "size {0}, {1}")
    @MethodSource("badSizes")
    void answersWhatCameBeforeAndClosesThatConnectionOnly(int size, Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient neighbour = server.connect()) {
            Talk.assertServed(neighbour);
            NetClient client = server.connect();

            client.sendRaw(
                    Frames.join(
                            Frames.echo(Hex.bytes("61")),
                            Frames.header(size, 101),
                            Frames.echo(Hex.bytes("62"))));

            Talk.expectEcho(client, new Echo(Bytes.of(Hex.bytes("61"))));
            Talk.expectClosed(client);
            recorder.awaitEvents("opened", "opened", "echo a", "closed BAD_FRAME");
            assertEquals(1, server.counters().closed(CloseReason.BAD_FRAME).sum());
            Talk.assertServed(neighbour);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsEach(Setup setup) throws Exception {
        try (TestServer server = start(setup)) {
            for (int i = 0; i < 10; i++) {
                NetClient client = server.connect();
                client.sendRaw(Frames.header(0, 101));
                Talk.expectClosed(client);
            }

            assertEquals(10, server.counters().closed(CloseReason.BAD_FRAME).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrameOfTheMaximumIsNotBad(Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient client = server.connect()) {
            Echo largest = new Echo(Bytes.of(new byte[MAX - 5]));

            client.send(largest);

            Talk.expectEcho(client, largest);
        }
    }
}
