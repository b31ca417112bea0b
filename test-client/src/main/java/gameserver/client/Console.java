package gameserver.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The prompt: takes commands from a person, and shows above the line that is being typed what
 * happens meanwhile.
 */
final class Console implements AutoCloseable {
    static final String HINT =
            "'help' lists the commands, Tab completes them, 'quit' or Ctrl-D ends.";

    private static final String PROMPT = "client> ";

    private final Terminal terminal;
    private final LineReader reader;

    /** Whom completion asks for what can follow a command; known once it runs. */
    private volatile @Nullable Client client;

    /** Runs the commands, and waits for them. */
    private volatile @Nullable Thread commands;

    private volatile boolean leaving;

    Console(Terminal terminal) {
        this.terminal = terminal;
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .parser(plainWords())
                        .history(new CommandHistory())
                        .completer((reader, line, candidates) -> complete(line, candidates))
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
    }

    static Console open() throws IOException {
        return new Console(
                TerminalBuilder.builder()
                        .system(true)
                        .dumb(true)
                        .encoding(StandardCharsets.UTF_8)
                        .stdinEncoding(StandardCharsets.UTF_8)
                        .stdoutEncoding(StandardCharsets.UTF_8)
                        // Asking the terminal would swallow what is typed while the client starts.
                        .graphemeCluster(false)
                        .build());
    }

    /** Quotation marks and backslashes are text: what is echoed is what was typed. */
    private static DefaultParser plainWords() {
        return new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    }

    /** Colours, unless the terminal has none or the user wants none. */
    Style style() {
        return isDumb() || System.getenv("NO_COLOR") != null ? Style.PLAIN : Style.COLOURED;
    }

    /** Output goes to a file or another program, or to a terminal that knows no commands. */
    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    /** Any thread may call it, also while a line is being typed. */
    void print(String text) {
        reader.printAbove(text);
    }

    /**
     * Connects, runs {@code first} as if it were typed, then runs what is typed until the user
     * quits.
     *
     * @param hint what to show somebody who sees this for the first time
     */
    void run(Client client, String hint, List<String> first) {
        this.client = client;
        this.commands = Thread.currentThread();
        interruptOnCtrlC(Thread.currentThread());
        boolean connected = connectIfThere(client);
        print(hint);
        if (connected) {
            first.forEach(line -> runLine(line, client));
        }
        try {
            while (!client.isQuitting() && !leaving) {
                runLine(readLine(client), client);
            }
        } catch (EndOfFileException e) {
            client.quit(); // Ctrl-D
        }
    }

    /** Ctrl-C drops what is typed, as in a shell; where nothing is typed it ends the client. */
    private String readLine(Client client) {
        try {
            return reader.readLine(isDumb() ? "" : PROMPT);
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isEmpty()) {
                client.quit();
            }
            return "";
        }
    }

    /** Ends {@link #run}; any thread may call it. */
    void leave() {
        leaving = true;
        Thread waiting = commands;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Ctrl-C at the prompt is the reader's; during a command it ends the command. */
    private void interruptOnCtrlC(Thread commands) {
        terminal.handle(Signal.INT, signal -> commands.interrupt());
    }

    private boolean connectIfThere(Client client) {
        try {
            client.connect(client.defaultAddress());
            return true;
        } catch (CommandException e) {
            print(e.getMessage() + "; start a server with './run chat-server', then say 'connect'");
            return false;
        }
    }

    private void runLine(String line, Client client) {
        try {
            Commands.run(line, client);
        } catch (CommandException e) {
            print(e.getMessage());
        } catch (InterruptedException e) {
            print("interrupted");
        }
        Thread.interrupted(); // A Ctrl-C that came too late must not end the next command.
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        List<String> choices =
                switch (line.wordIndex()) {
                    case 0 -> Commands.names();
                    case 1 -> choicesAfter(line.words().get(0));
                    default -> List.of();
                };
        choices.forEach(choice -> candidates.add(new Candidate(choice)));
    }

    private List<String> choicesAfter(String name) {
        Optional<Command> command =
                Commands.all().stream().filter(c -> c.name().equals(name)).findFirst();
        Client asked = client;
        return command.isEmpty() || asked == null
                ? List.of()
                : command.get().choices().apply(asked);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
