package gameserver.chat;

import gameserver.net.options.ServerOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of a chat. Set once at the start and not changed after that. */
public final class ChatOptions {
    private static final int MOST_ROOMS = 100_000;

    /** The list of a room's other users counts them in one byte. */
    private static final int MOST_USERS = 256;

    @Option(
            names = "--rooms",
            paramLabel = "n",
            defaultValue = "1000",
            description = "Number of rooms.")
    private int rooms;

    @Option(
            names = "--room-start",
            paramLabel = "n",
            defaultValue = "0",
            description = "Number of the first room.")
    private int roomStart;

    @Option(
            names = "--room-size",
            paramLabel = "n",
            description = "Users that a room holds; 2..256.")
    private int roomSize = 100;

    @Option(
            names = "--duplicate-login",
            paramLabel = "policy",
            defaultValue = "reject",
            description =
                    "When an id is logged in: reject the newer login, or replace the older one.")
    private DuplicateLogin duplicateLogin = DuplicateLogin.REJECT;

    /** The options of a chat with large rooms. */
    public ChatOptions() {}

    /** The same with another size of the rooms, if none is given. */
    public ChatOptions(int usualRoomSize) {
        roomSize = usualRoomSize;
    }

    /** Options as if they had been given on a command line: for tests and for embedding. */
    public static ChatOptions of(String... args) {
        ChatOptions options = new ChatOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        options.check();
        return options;
    }

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    public void check() {
        ServerOptions.check("--rooms", rooms, 1, MOST_ROOMS);
        ServerOptions.check("--room-start", roomStart, 0, Integer.MAX_VALUE - rooms);
        ServerOptions.check("--room-size", roomSize, 2, MOST_USERS);
    }

    public int rooms() {
        return rooms;
    }

    public int roomStart() {
        return roomStart;
    }

    public int roomSize() {
        return roomSize;
    }

    public DuplicateLogin duplicateLogin() {
        return duplicateLogin;
    }
}
