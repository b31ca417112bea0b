package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gameserver.net.testing.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The load command on real servers. */
@Timeout(120)
final class LoadIT {
    private static final String SHORT = "--mode=chat --rooms=2 --users=3 --warmup=0 --duration=1s";
    private static final String SHORT_TEXT =
            "chat        2 rooms of 3 users, 32 bytes, closed loop with 1 in flight\n";

    private record Outcome(int exitCode, String out, String err) {}

    @Test
    void chats() throws Exception {
        try (ServerProcess server = start()) {
            Outcome outcome =
                    load("--connect=" + server.awaitReady(), SHORT, "--pid=" + server.pid());

            assertEquals("", outcome.err);
            assertTrue(
                    outcome.out.matches(
                            SHORT_TEXT
                                    + "throughput  [1-9]\\d* deliveries/s, [1-9]\\d* in 1s\n"
                                    + "latency     p50 .* p90 .* p99 .* p99.9 .* max .*\n"
                                    + "server CPU  [\\d.]+ µs a delivery\n"
                                    + "errors      none\n"),
                    outcome.out);
            assertEquals(0, outcome.exitCode);
        }
    }

    @Test
    void comparesTwoServersByTurns(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("result.json");
        try (ServerProcess a = start();
                ServerProcess b = start()) {
            String addressOfA = a.awaitReady().toString();
            String addressOfB = b.awaitReady().toString();
            Outcome outcome =
                    load(
                            "--connect=" + addressOfA,
                            "--against=" + addressOfB,
                            SHORT,
                            "--rounds=2 --json=" + json,
                            "--pid=" + a.pid(),
                            "--against-pid=" + b.pid());

            String run = "[1-9]\\d* deliveries/s  p50 .*  p99 .*  CPU [\\d.]+ µs a delivery\n";
            String ratio = "[\\d.]+ \\([\\d.]+ to [\\d.]+\\)\n";
            assertEquals("", outcome.err);
            assertTrue(
                    outcome.out.matches(
                            "A is %s, B is %s\n".formatted(addressOfA, addressOfB)
                                    + SHORT_TEXT
                                    + ("round 1  A  " + run + "round 1  B  " + run)
                                    + ("round 2  A  " + run + "round 2  B  " + run)
                                    + "B to A      median of 2 rounds \\(least to most\\)\n"
                                    + ("throughput  " + ratio + "p99         " + ratio)
                                    + ("server CPU  " + ratio + "errors      none\n")),
                    outcome.out);
            assertEquals(0, outcome.exitCode);

            JsonNode result = new ObjectMapper().readTree(json.toFile());
            assertEquals(2, result.get("rounds").size());
            assertTrue(result.at("/rounds/1/b/deliveries").asLong() > 0, result.toString());
            assertTrue(result.at("/bToA/serverCpu/median").asDouble() > 0, result.toString());
        }
    }

    @Test
    void comparesTwoFormats() throws Exception {
        try (ServerProcess binary = start();
                ServerProcess messagePack =
                        ServerProcess.start(
                                Path.of(System.getProperty("chat-server-msgpack.jar")),
                                "--bind=127.0.0.1:0",
                                "--log-level=warn",
                                "--max-requests-per-second=0")) {
            Outcome outcome =
                    load(
                            "--connect=" + binary.awaitReady(),
                            "--against=" + messagePack.awaitReady(),
                            "--against-format=msgpack",
                            SHORT,
                            "--rounds=1");

            assertEquals("", outcome.err);
            assertTrue(outcome.out.endsWith("errors      none\n"), outcome.out);
            assertEquals(0, outcome.exitCode);
        }
    }

    @Test
    void saysWhyItCantStart() throws Exception {
        try (ServerProcess server = start("--rooms=1")) {
            Outcome outcome = load("--connect=" + server.awaitReady(), SHORT);

            assertEquals(
                    new Outcome(
                            1, "", "client load: can't enter room 1: 122 ROOM_INVALID_NUMBER\n"),
                    outcome);
        }
    }

    private static ServerProcess start(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--max-requests-per-second=0");
        return ChatServerJar.start(all.toArray(String[]::new));
    }

    private static Outcome load(String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = ("load " + String.join(" ", options)).split(" ");
        int exitCode =
                TestClient.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(args);
        return new Outcome(exitCode, out.toString(), err.toString());
    }
}
