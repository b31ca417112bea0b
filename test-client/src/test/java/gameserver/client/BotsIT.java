package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bots on the real server, and a person among them. */
@Timeout(60)
final class BotsIT {
    private record Outcome(int exitCode, String out, String err) {}

    @Test
    void chatGreetAnswerAndWhisperBack() throws Exception {
        try (ServerProcess server = ChatServerJar.start();
                Person guest = Person.logIn(server.awaitReady(), "guest")) {
            guest.saysAndReads("enter 4", "* you are alone in room 4");
            String options = "--count=2 --rooms=1 --room-start=4 --rate=2 --duration=10s";
            var bots = CompletableFuture.supplyAsync(() -> bots(guest.server(), options));
            guest.reads("* mina has entered");
            guest.reads("* leo has entered");
            guest.awaits(line -> line.startsWith("mina: ") || line.startsWith("leo: "));
            guest.says("whisper mina hi");
            guest.awaits(line -> line.startsWith("mina whispers: "));
            guest.awaits(line -> line.equals("* mina has left"));

            Outcome outcome = bots.join();
            assertEquals(0, outcome.exitCode);
            assertEquals("", outcome.err);
            assertTrue(
                    outcome.out.matches(
                            "2 bots chat in room 4 of %s, 2 messages a second; Ctrl-C ends them\n"
                                            .formatted(guest.server())
                                    + "[1-9]\\d* messages sent, [1-9]\\d* heard, 0 bots lost\n"),
                    outcome.out);
        }
    }

    @Test
    void reportsEachBotThatIsLostAndEndsWhenAllAre() throws Exception {
        try (ServerProcess server = ChatServerJar.start();
                Person mina = Person.logIn(server.awaitReady(), "mina")) {
            Outcome outcome = bots(mina.server(), "--count=1");

            assertEquals(1, outcome.exitCode);
            assertEquals(
                    """
                    mina is lost: login refused: 111 LOGIN_DUPLICATE
                    client bots: all bots were lost
                    """,
                    outcome.err);
            assertTrue(outcome.out.endsWith("0 messages sent, 0 heard, 1 bots lost\n"));
        }
    }

    @Test
    void sayThatNobodyIsThere() {
        assertEquals(
                new Outcome(
                        1, "", "client bots: can't connect to 127.0.0.1:1: nobody listens there\n"),
                bots(HostPort.parse("127.0.0.1:1"), ""));
    }

    @Test
    void refuseAWrongOptionInTwoLines() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client bots: --rate: 500 is not in 0..30, 30 for each bot
                        Try 'client bots --help' for the options.
                        """),
                bots(HostPort.parse("127.0.0.1:1"), "--count=1 --rate=500"));
    }

    private static Outcome bots(HostPort server, String options) {
        List<String> args = new ArrayList<>(List.of("bots", "--connect", server.toString()));
        args.addAll(options.isEmpty() ? List.of() : List.of(options.split(" ")));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                TestClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(args.toArray(String[]::new));
        return new Outcome(exitCode, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
