package gameserver.client;

import gameserver.client.bots.BotPlan;
import gameserver.client.bots.Bots;
import gameserver.net.options.HostPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code client demo}: a whole chat in one terminal. */
@Command(
        name = "demo",
        description = "Starts a chat server and some bots, and puts you into a room with them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ChatDemo extends Demo {
    private static final int BOTS = 6;
    private static final int ROOMS = 2;
    private static final double MESSAGES_PER_SECOND = 0.5;
    private static final int FIRST_ROOM = 0;

    private static final String HINT =
            """

            You are in a chat with a few bots. Try:
              chat hello            all in the room hear it, and a bot answers to its name
              %-20s  only %s hears it
              who                   shows who is in the room
              leave, then enter 1   goes to the other room
              inspector on          shows the bytes of every packet
            'help' lists all commands, Tab completes them, 'quit' or Ctrl-D ends the demo.
            Others can join you from another terminal:
              ./run client --connect %s --login NAME --enter %d
            """;

    @Option(
            names = "--server",
            paramLabel = "jar",
            required = true,
            description = "The chat server's jar.")
    private @Nullable Path server;

    @Override
    void play() throws IOException, InterruptedException {
        tell("starting a chat server and some bots ...");
        try (ServerProcess process = ServerProcess.create()) {
            Path jar = Objects.requireNonNull(server, "required");
            HostPort address =
                    process.start(
                            jar,
                            "--bind",
                            "127.0.0.1:0",
                            "--drain-timeout",
                            "2s",
                            "--log-level",
                            "warn");
            long seed = RandomGenerator.getDefault().nextLong();
            BotPlan plan =
                    new BotPlan(
                            address,
                            null,
                            Format.BINARY,
                            BOTS,
                            ROOMS,
                            FIRST_ROOM,
                            MESSAGES_PER_SECOND,
                            "",
                            seed);
            try (Bots bots = Bots.start(plan, lost -> {})) {
                converse(
                        List.of(process),
                        address,
                        ApiSettings.USUAL,
                        hint(bots.names().get(0), address),
                        List.of("login " + quotedName(), "enter " + FIRST_ROOM));
            }
        }
    }

    private static String hint(String bot, HostPort address) {
        return HINT.formatted("whisper " + bot + " hi", bot, address, FIRST_ROOM);
    }
}
