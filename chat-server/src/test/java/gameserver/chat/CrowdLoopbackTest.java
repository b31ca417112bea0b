package gameserver.chat;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A thousand users who enter, chat, whisper, invite, leave and vanish at random, for a minute.
 *
 * <p>What holds at every moment: each question gets exactly one answer, its own; a user hears only
 * of users who are in its room, and of each once; ids in a room only grow; no room holds more than
 * its size; all users of a room hear its messages in the same order; an inviter hears once of each
 * invitation's end.
 *
 * <p>What holds in the end: no user, no place in a room, no invitation, no session and no buffer is
 * left.
 */
@ExtendWith(NoLeaks.class)
@Timeout(180)
final class CrowdLoopbackTest {
    private static final int USERS = 1000;
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("crowd.seconds", 60));

    @Test
    void leavesNothingBehind() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat with -Dseed=" + seed + ")");
        try (ChatTestServer server =
                ChatTestServer.startWithInvitationsOf(
                        Duration.ofSeconds(2),
                        "--rooms=" + Crowd.ROOMS,
                        "--room-size=" + Crowd.ROOM_SIZE)) {
            Crowd crowd = new Crowd(server, USERS);

            crowd.mill(TIME, new SplittableRandom(seed));
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
