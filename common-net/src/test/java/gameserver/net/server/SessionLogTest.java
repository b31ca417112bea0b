package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.session.CloseReason;
import gameserver.net.session.RefusalReason;
import gameserver.net.testing.LogCapture;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many sessions end, the log stays short and tells how many it was silent about. */
final class SessionLogTest {
    private static final SocketAddress PEER = InetSocketAddress.createUnresolved("peer", 1);
    private static final String ENDED_LEFT_OUT =
            "WARN session ends left-out=%d see=net_sessions_closed_total";

    private final LogCapture capture = new LogCapture();
    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow.
    private final SessionLog log = new SessionLog(() -> now);
    private long sessions;

    @AfterEach
    void close() {
        capture.close();
    }

    private void end(int count) {
        for (int i = 0; i < count; i++) {
            log.ended(++sessions, PEER, CloseReason.BAD_FRAME, "size 0");
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private List<String> lastLines(int count) {
        List<String> lines = capture.lines();
        return lines.subList(lines.size() - count, lines.size());
    }

    @Test
    void tellsWhoEndedAndWhy() {
        end(1);
        log.tellLeftOut();

        assertEquals(
                List.of(
                        "WARN session ends id=1 peer=peer/<unresolved>:1 reason=bad_frame detail=size 0"),
                capture.lines());
    }

    @Test
    void logsTheFirstOfASecondAndThenTheNumberOfTheOthers() {
        end(SessionLog.ENDED_PER_SECOND + 7);
        log.tellLeftOut();
        assertEquals(SessionLog.ENDED_PER_SECOND, capture.lines().size());

        pass(Duration.ofSeconds(1));
        log.tellLeftOut();
        log.tellLeftOut();

        assertEquals(SessionLog.ENDED_PER_SECOND + 1, capture.lines().size());
        assertEquals(List.of(ENDED_LEFT_OUT.formatted(7)), lastLines(1));
    }

    @Test
    void logsAgainInTheNextSecond() {
        end(SessionLog.ENDED_PER_SECOND + 1);
        pass(Duration.ofSeconds(1));

        end(1);

        assertEquals(1, capture.lines("id=" + sessions + " ").size());
    }

    @Test
    void aFloodWithoutEndIsToldOfWhileItLasts() {
        for (int tenths = 0; tenths < 100; tenths++) {
            end(100);
            log.tellLeftOut();
            pass(Duration.ofMillis(100));
        }

        long told =
                capture.lines("left-out").stream()
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
        assertEquals(9, capture.lines("left-out").size());
        assertEquals(10 * SessionLog.ENDED_PER_SECOND, capture.lines("reason=").size());
        pass(Duration.ofSeconds(1));
        log.tellLeftOut();
        assertEquals(
                10_000 - 10 * SessionLog.ENDED_PER_SECOND - told,
                Long.parseLong(lastLines(1).get(0).replaceAll("\\D", "")));
    }

    @Test
    void ofRefusedConnectionsOneASecondHasALine() {
        for (int i = 0; i < 1000; i++) {
            log.refused(PEER, RefusalReason.ADDRESS_RATE);
        }
        pass(Duration.ofSeconds(1));
        log.tellLeftOut();

        assertEquals(
                List.of(
                        "WARN connection refused peer=peer/<unresolved>:1 reason=address_rate",
                        "WARN connection refused left-out=999 see=net_sessions_refused_total"),
                capture.lines());
    }

    @Test
    void aBugOfOursIsNotHiddenByAFlood() {
        end(10_000);

        log.failed(3, "ECHO", new IllegalStateException("thrown by a test"));

        assertEquals(List.of("session failed id=3 at=ECHO"), capture.traces());
    }

    @Test
    void theTracesOfABugAreBoundedAsWell() {
        for (int i = 0; i < 1000; i++) {
            log.failed(i, "ECHO", new IllegalStateException("thrown by a test"));
        }
        pass(Duration.ofSeconds(1));
        log.tellLeftOut();

        assertEquals(SessionLog.FAILED_PER_SECOND, capture.traces().size());
        assertEquals(
                List.of(
                        "ERROR session failed left-out=%d see=net_sessions_closed_total"
                                .formatted(1000 - SessionLog.FAILED_PER_SECOND)),
                lastLines(1));
    }
}
