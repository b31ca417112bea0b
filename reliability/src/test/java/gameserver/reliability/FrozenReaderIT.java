package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameserver.net.server.Transport;
import io.netty.channel.epoll.Epoll;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One of a hundred in a room stops reading. The others hear each line, as fast as before: how fast,
 * is printed, and {@code -Dfrozen.rounds=9 -Dfrozen.seconds=20} makes a measurement of it.
 */
@Timeout(600)
final class FrozenReaderIT {
    private static final int ROUNDS = Integer.getInteger("frozen.rounds", 1);
    private static final int NEIGHBOURS = 99;

    /** In this time a frozen reader gets more than sockets and the server's limit hold. */
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("frozen.seconds", 3));

    private static final Duration INTERVAL = Duration.ofMillis(10);

    /** Within which nothing may be left of what it was owed. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** What Netty keeps changes a little from round to round. */
    private static final long KEPT = 2 << 20;

    @ParameterizedTest
    @EnumSource
    void whoStopsReadingIsCutAndTheOthersHearEverything(Transport transport) throws Exception {
        assumeTrue(transport.problem() == null, () -> transport + ": " + transport.problem());
        assumeTrue(Epoll.isAvailable(), "small segments can only be asked for on Linux");
        try (WatchedServer server =
                        WatchedServer.start(
                                ServerJar.CHAT,
                                "--transport=" + transport,
                                "--max-pending-output=131072");
                Neighbours neighbours = new Neighbours(ServerJar.CHAT, server, NEIGHBOURS)) {
            // The first lines are the slowest, and Netty keeps memory that it has had once.
            freeze(server, neighbours, 1);
            Histogram calm = new Histogram(3);
            Histogram frozen = new Histogram(3);
            for (int round = 1; round <= ROUNDS; round++) {
                calm.add(neighbours.talk(TIME, INTERVAL));
                long before = server.directMemory();
                frozen.add(freeze(server, neighbours, 1 + round));
                server.await(
                        "direct memory is not given back: " + before + " before",
                        RECOVERY,
                        () -> server.directMemory() <= before + KEPT);
            }
            System.out.printf(
                    "%s without: %s%n%s with one frozen: %s%n",
                    transport,
                    Neighbours.percentiles(calm),
                    transport,
                    Neighbours.percentiles(frozen));

            List<String> lines =
                    server.log().stream().filter(line -> line.contains("slow_consumer")).toList();
            assertEquals(1 + ROUNDS, lines.size(), lines::toString);
            assertTrue(lines.get(0).contains("session ends id="), lines::toString);
        }
    }

    /** One round, until the server has cut so many frozen readers; returns how late lines were. */
    private static Histogram freeze(WatchedServer server, Neighbours neighbours, int cut)
            throws Exception {
        try (FrozenReader reader = new FrozenReader(ServerJar.CHAT, server.address())) {
            reader.enter(0);

            Histogram heard = neighbours.talk(TIME, INTERVAL);

            server.await(
                    "the frozen reader is there still",
                    RECOVERY,
                    () -> server.closed("slow_consumer") == cut);
            return heard;
        }
    }
}
