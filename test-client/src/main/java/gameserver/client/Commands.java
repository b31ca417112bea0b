package gameserver.client;

import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all commands, and those that are not about a chat. */
final class Commands {
    private static final List<Command> BASIC =
            List.of(
                    Command.of(
                            "connect [HOST:PORT]",
                            "connects, to the address of --connect when none is given",
                            "A connection that is open is closed first.",
                            Commands::connect),
                    Command.of(
                            "disconnect",
                            "closes the connection",
                            "",
                            (arguments, client) -> client.disconnect()),
                    Command.of(
                            "echo TEXT",
                            "sends ECHO with the text as UTF-8; the server sends it back",
                            "The text goes from after the space to the end of the line.",
                            Commands::echo),
                    Command.of(
                            "ping [NUMBER]",
                            "sends PING_REQ; the server answers with PING_RES",
                            "The number, -32768..32767, comes back. Without one the body is empty.",
                            Commands::ping),
                    Command.of(
                            "raw HEX",
                            "sends bytes as they are: a packet, half of one, or none",
                            """
                            Spaces are ignored. An ECHO of "hi", header first:
                              raw 0700 6500 00 6869""",
                            Commands::raw),
                    Command.of(
                                    "expect NAME [FIELD=VALUE ...] [within TIME]",
                                    "waits for the next packet, which has to be this one",
                                    Expectation.DETAILS,
                                    Expectation::run)
                            .withChoices(client -> Expectation.names()),
                    Command.of(
                            "wait TIME",
                            "does nothing for a time, as 500ms or 2s",
                            "",
                            Commands::pause),
                    Command.of(
                                    "inspector on|off",
                                    "shows or hides the bytes and fields of every packet",
                                    "",
                                    Commands::inspector)
                            .withChoices(client -> List.of("on", "off")),
                    Command.of(
                                    "help [COMMAND]",
                                    "shows this list, or one command",
                                    "",
                                    Commands::help)
                            .withChoices(client -> names()),
                    Command.of(
                            "quit", "ends the client", "", (arguments, client) -> client.quit()));

    private static final List<Command> ALL =
            Stream.of(ChatCommands.all(), GameCommands.all(), ApiCommands.all(), BASIC)
                    .flatMap(List::stream)
                    .toList();

    private Commands() {}

    static List<Command> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(Command::name).toList();
    }

    /**
     * Finds a command.
     *
     * @throws CommandException when there is none of that name
     */
    static Command find(String name) throws CommandException {
        Optional<Command> found = ALL.stream().filter(c -> c.name().equals(name)).findFirst();
        return found.orElseThrow(
                () -> new CommandException("no command is called '" + name + "'; see 'help'"));
    }

    /** Runs one line. Empty lines and lines that start with # do nothing. */
    static void run(String line, Client client) throws CommandException, InterruptedException {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        String[] parts = text.split("\\s+", 2);
        find(parts[0]).action().run(parts.length > 1 ? parts[1] : "", client);
    }

    /** A line without the password that is in it, if one is. */
    static String withoutSecret(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        boolean secret = ALL.stream().anyMatch(c -> c.secret() && c.name().equals(parts[0]));
        if (!secret || parts.length == 1) {
            return line;
        }
        int end = parts[1].length() - Words.cut(parts[1]).rest().length();
        return parts[0] + " " + parts[1].substring(0, end).strip();
    }

    private static void connect(String arguments, Client client) throws CommandException {
        try {
            client.connect(
                    arguments.isEmpty() ? client.defaultAddress() : HostPort.parse(arguments));
        } catch (IllegalArgumentException e) {
            throw new CommandException(e);
        }
    }

    private static void echo(String text, Client client) throws CommandException {
        client.send(new Echo(Bytes.utf8(text)));
    }

    private static void ping(String number, Client client) throws CommandException {
        try {
            client.send(new PingRequest(number.isEmpty() ? null : Short.valueOf(number)));
        } catch (NumberFormatException e) {
            throw new CommandException("'" + number + "' is not a number in -32768..32767");
        }
    }

    private static void raw(String hex, Client client) throws CommandException {
        if (hex.isEmpty()) {
            throw find("raw").wrongUsage();
        }
        client.sendRaw(hex(hex).toArray());
    }

    /** The bytes that {@code digits} stand for; spaces between them are ignored. */
    static Bytes hex(String digits) throws CommandException {
        try {
            return Bytes.of(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            throw new CommandException("'" + digits + "' is not hex, two digits a byte");
        }
    }

    private static void pause(String time, Client client)
            throws CommandException, InterruptedException {
        try {
            TimeUnit.MILLISECONDS.sleep(Durations.parse(time).toMillis());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e);
        }
    }

    private static void inspector(String arguments, Client client) throws CommandException {
        switch (arguments) {
            case "on" -> client.inspect(true);
            case "off" -> client.inspect(false);
            default -> throw find("inspector").wrongUsage();
        }
    }

    private static void help(String name, Client client) throws CommandException {
        client.print(name.isEmpty() ? list() : about(find(name)));
    }

    private static String list() {
        return ALL.stream()
                .map(c -> "  %-20s %s".formatted(shortUsage(c), c.summary()))
                .collect(Collectors.joining("\n"));
    }

    private static String shortUsage(Command command) {
        return command.usage().length() <= 20 ? command.usage() : command.name() + " ...";
    }

    private static String about(Command command) {
        return Stream.of(command.usage(), command.summary(), command.details())
                .filter(part -> !part.isEmpty())
                .flatMap(String::lines)
                .collect(Collectors.joining("\n  "));
    }
}
