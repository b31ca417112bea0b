package gameserver.chat;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A thousand users for a minute; in the end nothing is left of them, not even a buffer. */
@ExtendWith(NoLeaks.class)
@Timeout(180)
@BinaryOnly
@ManyFrames
final class CrowdLoopbackTest {
    private static final int USERS = 1000;
    private static final int ROOMS = 80;
    private static final int ROOM_SIZE = 12;
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("crowd.seconds", 60));

    @Test
    void leavesNothingBehind() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dseed=" + seed + ")");
        try (ChatTestServer server =
                ChatTestServer.startWithInvitationsOf(
                        Duration.ofSeconds(2), "--rooms=" + ROOMS, "--room-size=" + ROOM_SIZE)) {
            Crowd crowd =
                    new Crowd(
                            observer -> server.connect(observer).client(), USERS, ROOMS, ROOM_SIZE);

            crowd.mill(TIME, Duration.ZERO, new SplittableRandom(seed));
            System.out.println(crowd.answers());
            crowd.assertNothingWasWrong();
            crowd.awaitTheEndOfInvitations();

            crowd.vanishAll();
            server.awaitEmpty();
            Eventually.equal(0, () -> server.server().openSessions());
            crowd.assertNothingWasWrong();
        }
    }
}
