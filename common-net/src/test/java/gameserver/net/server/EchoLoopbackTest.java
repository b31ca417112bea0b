package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.TransportChoice;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The basics, on every transport that loads here and with either kind of threads. */
@ExtendWith(NoLeaks.class)
class EchoLoopbackTest {
    static Stream<Arguments> setups() {
        return Arrays.stream(TransportChoice.values())
                .filter(transport -> transport != TransportChoice.AUTO)
                .flatMap(
                        transport ->
                                Arrays.stream(Threading.values())
                                        .map(threading -> Arguments.of(transport, threading)));
    }

    private static TestServer start(TransportChoice transport, Threading threading) {
        String problem = Transport.valueOf(transport.name()).problem();
        Assumptions.assumeTrue(problem == null, () -> transport + ": " + problem);
        return threading.server().with("--transport", transport).start();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("setups")
    void sendsEchoesBackUnchanged(TransportChoice transport, Threading threading) throws Exception {
        try (TestServer server = start(transport, threading);
                NetClient client = server.connect()) {
            for (int size : new int[] {0, 1, 32, 1019}) {
                byte[] sent = Frames.echo(new byte[size]);

                client.sendRaw(sent);

                Frame received = client.poll(TestServer.PATIENCE);
                assertNotNull(received);
                assertEquals(Bytes.of(sent), received.bytes());
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("setups")
    void answersPingsWithTheirBody(TransportChoice transport, Threading threading)
            throws Exception {
        try (TestServer server = start(transport, threading);
                NetClient client = server.connect()) {
            client.send(new PingRequest((short) -5));
            client.send(new PingRequest(null));

            assertEquals(
                    new PingResponse((short) -5),
                    client.expect(PingResponse.class, TestServer.PATIENCE));
            assertEquals(
                    new PingResponse(null), client.expect(PingResponse.class, TestServer.PATIENCE));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("setups")
    void answersPipelinedRequestsInTheirOrder(TransportChoice transport, Threading threading)
            throws Exception {
        try (TestServer server = start(transport, threading);
                NetClient client = server.connect()) {
            List<Echo> echoes = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                echoes.add(Talk.numberedEcho(i, 20 + i % 500));
            }

            echoes.forEach(client::send);

            for (Echo echo : echoes) {
                Talk.expectEcho(client, echo);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("setups")
    void refusesInTheOrderOfTheRequests(TransportChoice transport, Threading threading)
            throws Exception {
        try (TestServer server = start(transport, threading);
                NetClient client = server.connect()) {
            client.sendRaw(
                    Frames.join(
                            Frames.echo(Hex.bytes("01")),
                            Frames.frame(9999),
                            Frames.echo(Hex.bytes("02")),
                            Hex.bytes("05 00 65 00 01"),
                            Frames.frame(201, Hex.bytes("01")),
                            Frames.echo(Hex.bytes("03"))));

            Talk.expectEcho(client, new Echo(Bytes.of(Hex.bytes("01"))));
            Talk.expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            Talk.expectEcho(client, new Echo(Bytes.of(Hex.bytes("02"))));
            Talk.expectError(client, ErrorCode.UNSUPPORTED_PACKET_TYPE);
            Talk.expectError(client, ErrorCode.PACKET_DECODING_FAIL);
            Talk.expectEcho(client, new Echo(Bytes.of(Hex.bytes("03"))));
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("setups")
    void answersAFrameThatArrivesByteByByte(TransportChoice transport, Threading threading)
            throws Exception {
        try (TestServer server = start(transport, threading);
                NetClient client = server.connect()) {
            for (byte one : Frames.echo(Hex.bytes("0102"))) {
                client.sendRaw(one);
            }

            Talk.expectEcho(client, new Echo(Bytes.of(Hex.bytes("0102"))));
        }
    }
}
