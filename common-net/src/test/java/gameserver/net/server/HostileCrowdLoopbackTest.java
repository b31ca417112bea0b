package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever strangers do with their connections, a neighbour notices nothing. */
@ExtendWith(NoLeaks.class)
class HostileCrowdLoopbackTest {
    /** Both ends are in this process, whose files are limited. */
    private static final int CROWD = 4000;

    private static SocketChannel connect(TestServer server) throws IOException {
        InetSocketAddress address = server.address().toSocketAddress();
        return SocketChannel.open(address);
    }

    private static void closeAll(List<SocketChannel> crowd) throws IOException {
        for (SocketChannel stranger : crowd) {
            stranger.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fourThousandConnectionsThatSayNothing(Threading threading) throws Exception {
        try (TestServer server = threading.server().start();
                NetClient neighbour = server.connect()) {
            List<SocketChannel> crowd = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(connect(server));
            }
            Eventually.equal(CROWD + 1, server.server()::openSessions);

            Talk.assertServed(neighbour);

            closeAll(crowd);
            Eventually.equal(1, server.server()::openSessions);
            Talk.assertServed(neighbour);
        }
    }

    @ParameterizedTest
    @EnumSource
    void halfAHeaderAndSilence(Threading threading) throws Exception {
        try (TestServer server = threading.server().start();
                NetClient neighbour = server.connect()) {
            List<SocketChannel> crowd = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                SocketChannel stranger = connect(server);
                stranger.write(ByteBuffer.wrap(Frames.header(1024, 101), 0, 3));
                crowd.add(stranger);
            }
            Eventually.equal(501, server.server()::openSessions);

            Talk.assertServed(neighbour);

            closeAll(crowd);
            Eventually.equal(500, server.counters().closed(CloseReason.PEER_CLOSED)::sum);
            Talk.assertServed(neighbour);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void randomBytes(long seed) throws Exception {
        RandomGenerator random = new SplittableRandom(seed);
        long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        try (TestServer server = TestServer.start();
                NetClient neighbour = server.connect()) {
            int strangers = 0;
            while (System.nanoTime() < end) {
                try (SocketChannel stranger = connect(server)) {
                    writeNoise(random, stranger);
                }
                strangers++;
                Talk.assertServed(neighbour);
            }

            Eventually.equal(strangers + 1, server.counters().sessionsOpened::sum);
            Eventually.equal(1, server.server()::openSessions);
            assertEquals(0, server.counters().closed(CloseReason.HANDLER_FAILED).sum());
        }
    }

    /** Bytes without any sense, or frames with nonsense in them. */
    private static void writeNoise(RandomGenerator random, SocketChannel stranger) {
        byte[] noise = new byte[random.nextInt(1, 3000)];
        random.nextBytes(noise);
        byte[] bytes =
                random.nextBoolean()
                        ? noise
                        : Frames.join(
                                Frames.random(random, random.nextInt(5, 1024)),
                                Frames.frame(201, (byte) random.nextInt()),
                                Frames.random(random, random.nextInt(5, 1024)),
                                noise);
        try {
            stranger.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            // The server may have closed the connection before it has heard everything.
        }
    }
}
