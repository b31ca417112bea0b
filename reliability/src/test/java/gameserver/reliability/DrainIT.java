package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.ClientThreads;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers are stopped and killed while rooms full of people talk as fast as they can. */
final class DrainIT {
    private static final int ROOMS = 10;
    private static final int ROOM_SIZE = 4;
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);
    private static final String[] OPTIONS = {
        "--max-requests-per-second=0", "--drain-timeout=" + DRAIN_TIMEOUT.toSeconds() + "s"
    };

    private static List<List<Talker>> enter(
            ClientThreads threads, ServerJar jar, WatchedServer server) throws Exception {
        List<List<Talker>> rooms = new ArrayList<>();
        for (int room = 0; room < ROOMS; room++) {
            List<Talker> talkers = new ArrayList<>();
            for (int i = 0; i < ROOM_SIZE; i++) {
                String id = "t" + room + "-" + i;
                Talker talker = new Talker(threads, jar, server.address(), id, room);
                assertTrue(talker.entered().await(10, TimeUnit.SECONDS), server.process()::errors);
                talkers.add(talker);
            }
            rooms.add(talkers);
        }
        return rooms;
    }

    /** All at once, and waits until it is in full swing. */
    private static void talk(List<List<Talker>> rooms) {
        rooms.forEach(room -> room.forEach(Talker::begin));
        for (List<Talker> room : rooms) {
            Eventually.isTrue("a room is silent", () -> room.get(0).heard().size() > 500);
        }
    }

    private static void awaitTheEnd(List<List<Talker>> rooms) throws InterruptedException {
        for (List<Talker> room : rooms) {
            for (Talker talker : room) {
                assertTrue(
                        talker.closed().await(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS),
                        "a connection is left open");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServerHasTakenIsHeardAndAnsweredThenAllAreToldAndItEnds(ServerJar jar)
            throws Exception {
        try (ClientThreads threads = new ClientThreads(1);
                WatchedServer server = WatchedServer.start(jar, OPTIONS)) {
            List<List<Talker>> rooms = enter(threads, jar, server);
            talk(rooms);

            long begin = System.nanoTime();
            server.process().terminate();
            int exitCode = server.process().awaitExit(DRAIN_TIMEOUT.plusSeconds(1));
            long millis = (System.nanoTime() - begin) / 1_000_000;

            awaitTheEnd(rooms);
            System.out.printf("%s: drained in %d ms%n", jar, millis);
            assertEquals(0, exitCode, server.process()::errors);
            rooms.forEach(DrainIT::assertHeardAndAnswered);
        }
    }

    private static void assertHeardAndAnswered(List<Talker> room) {
        List<String> lines =
                room.stream()
                        .map(Talker::heard)
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow();
        for (Talker talker : room) {
            List<String> heard = talker.heard();
            // Those who are closed first do not hear the last words of the others.
            assertEquals(lines.subList(0, heard.size()), heard);
            assertEquals(lines.stream().filter(talker::hasSaid).count(), talker.answered());
            assertEquals(1, talker.farewells());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondSignalDoesNotWait(ServerJar jar) throws Exception {
        try (ClientThreads threads = new ClientThreads(1);
                WatchedServer server =
                        WatchedServer.start(
                                jar, "--max-requests-per-second=0", "--drain-timeout=1m");
                Stranger reader = Stranger.connect(jar, server.address())) {
            talk(enter(threads, jar, server));
            reader.enter("frozen", 0); // What it does not read keeps the drain busy.
            server.process().terminate();
            Eventually.isTrue(
                    "no drain", () -> server.process().errors().contains("draining sessions="));

            server.process().terminate();

            assertEquals(143, server.process().awaitExit(Duration.ofSeconds(2)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKilledServerStartsOnItsPortAtOnceAndKnowsNobody(ServerJar jar) throws Exception {
        try (ClientThreads threads = new ClientThreads(1);
                WatchedServer killed = WatchedServer.start(jar, OPTIONS)) {
            List<List<Talker>> rooms = enter(threads, jar, killed);
            talk(rooms);

            killed.process().kill();

            awaitTheEnd(rooms);
            try (WatchedServer next = WatchedServer.start(jar, "--bind=" + killed.address())) {
                assertEquals(killed.address(), next.address());
                talk(enter(threads, jar, next));
            }
        }
    }
}
