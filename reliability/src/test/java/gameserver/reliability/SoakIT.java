package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.RedisServer;
import gameserver.wallet.Audit;
import gameserver.wallet.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * All servers at once, for long: users do anything at random, some of them by way of a bad network,
 * and strangers do harm. Everything that a {@link gameserver.chat.Crowd} checks holds, and of heap,
 * direct memory and files the servers use in the end what they used in the beginning. {@code
 * -Dsoak.seconds=1800} for longer, {@code -Dseed=7} for the same decisions again.
 */
@Timeout(24 * 3600)
final class SoakIT {
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("soak.seconds", 120));
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    /** Looks at the servers: often enough for a beginning, a middle and an end. */
    private static final int LOOKS = Math.max(4, (int) TIME.toMinutes());

    @TempDir private Path folder = Path.of("");

    @Test
    void nothingGrowsAndNothingIsWrong() throws Exception {
        System.out.println("SoakIT: seed=" + SEED + " soak.seconds=" + TIME.toSeconds());
        SplittableRandom random = new SplittableRandom(SEED);
        String wallet = folder.resolve("chips.db").toString();
        List<Inhabited> servers = new ArrayList<>();
        try (RedisServer redis = RedisServer.start()) {
            servers.add(Inhabited.start(ServerJar.CHAT, random.split()));
            servers.add(Inhabited.start(ServerJar.CHAT2, random.split(), "--redis=" + redis.url()));
            servers.add(Inhabited.start(ServerJar.MSGPACK, random.split()));
            servers.add(
                    Inhabited.start(
                            ServerJar.BACCARAT,
                            random.split(),
                            "--wallet-file=" + wallet,
                            "--betting-time=1s",
                            "--result-time=200ms"));
            for (int look = 1; look <= LOOKS; look++) {
                Thread.sleep(TIME.toMillis() / LOOKS); // The soak itself; waits for nothing.
                servers.forEach(Inhabited::look);
            }
            for (Inhabited server : servers) {
                server.leave();
            }
            for (Inhabited server : servers) {
                server.assertNothingGrew();
                server.stop();
            }
        } finally {
            servers.forEach(Inhabited::close);
        }
        assertAllChipsAreThere(wallet);
    }

    private static void assertAllChipsAreThere(String wallet) {
        Audit audit =
                Ledger.create(Jdbi.create("jdbc:sqlite:" + wallet), InstantSource.system()).audit();
        System.out.println(audit);
        assertTrue(audit.isRight(), audit::toString);
        assertEquals(0, audit.held(), "bets in rounds of a server that has ended");
        assertTrue(audit.won() != 0, "nobody has played");
    }
}
