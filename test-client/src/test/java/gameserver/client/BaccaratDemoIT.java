package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo of baccarat as a process, fed through a pipe. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // A read can't be interrupted.
final class BaccaratDemoIT {
    @TempDir private Path directory = Path.of("");

    @Test
    void matchesTheNewcomerToATableAndPlays() throws Exception {
        try (DemoProcess demo =
                DemoProcess.start(
                        directory,
                        "baccarat-demo",
                        "--api-server=" + System.getProperty("api-server.jar"),
                        "--server=" + System.getProperty("baccarat-server.jar"),
                        "--name=손님")) {
            demo.awaitLine("* you are logged in as 손님");
            demo.awaitLine("* the table is free"); // After it has sat down.
            List<ProcessHandle> servers = demo.servers();
            assertEquals(3, servers.size());
            demo.types("start"); // Or a bot says so, whoever has come first.
            demo.awaitLine("* round 1: ");
            demo.types("bet tie 300");
            demo.awaitLine("* 손님 bets 300 on tie");
            demo.awaitLine("* your 300 on tie ");
            demo.types("table");
            demo.awaitLine("  last cards: player ");
            demo.types("leave");
            demo.awaitLine("* you have left the room");
            demo.types("match 3");
            demo.awaitLine("* the table is free");
            demo.types("quit");

            demo.assertLeavesNothing(0, servers);
        }
    }
}
