package gameserver.client;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.Durations;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PacketType.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code expect} wants to come next.
 *
 * @param type null when the server is expected to close the connection
 * @param fields of the packet that matter, and a spelling of their values
 * @param timeout null for the usual one
 */
record Expectation(
        @Nullable PacketType<?> type, Map<String, String> fields, @Nullable Duration timeout) {

    static final String DETAILS =
            """
            Fails when another packet comes, or none in time.
            Fields that are not named may be anything. Put values with spaces in quotes:
              expect ECHO payload="hi there" within 2s
            Bytes are compared as text, or as hex after 0x; results by name or number; users by name,
            or by number and name:
              expect ECHO payload=0x00ff
              expect LOGIN_RES result=SUCCESS
              expect ERROR_NTF code=53
              expect ROOM_USER_LIST_NTF users=alice,bob
            That the server closes the connection is expected with:
              expect closed""";

    private static final String CLOSED = "closed";

    /** The words that can follow {@code expect}. */
    static List<String> names() {
        return Stream.concat(packetNames(BaccaratPackets.CATALOG), Stream.of(CLOSED)).toList();
    }

    private static Stream<String> packetNames(PacketCatalog catalog) {
        return catalog.toClient().types().stream().map(PacketType::name);
    }

    /** The action of the command. */
    static void run(String arguments, Client client) throws CommandException, InterruptedException {
        parse(arguments, client.catalog()).await(client.connection(), client.timeout());
        client.tell("as expected");
    }

    /**
     * Reads {@code NAME [FIELD=VALUE ...] [within TIME]}.
     *
     * @throws CommandException saying what is wrong
     */
    static Expectation parse(String arguments, PacketCatalog catalog) throws CommandException {
        List<String> words = new ArrayList<>(Words.split(arguments));
        Duration timeout = takeTimeout(words);
        if (words.isEmpty()) {
            throw Commands.find("expect").wrongUsage();
        }
        String name = words.remove(0);
        PacketType<?> type = name.equals(CLOSED) ? null : find(name, catalog);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw new CommandException("'" + word + "' is not FIELD=VALUE");
            }
            String field = word.substring(0, equals);
            requireField(name, type, field);
            if (fields.put(field, word.substring(equals + 1)) != null) {
                throw new CommandException("'%s' is there twice".formatted(field));
            }
        }
        return new Expectation(type, fields, timeout);
    }

    private static @Nullable Duration takeTimeout(List<String> words) throws CommandException {
        int at = words.size() - 2;
        if (at < 0 || !words.get(at).equals("within")) {
            return null;
        }
        try {
            Duration timeout = Durations.parse(words.get(at + 1));
            words.subList(at, at + 2).clear();
            return timeout;
        } catch (IllegalArgumentException e) {
            throw new CommandException(e);
        }
    }

    private static PacketType<?> find(String name, PacketCatalog catalog) throws CommandException {
        for (PacketType<?> type : catalog.types()) {
            if (type.name().equals(name) && type.direction() != Direction.TO_SERVER) {
                return type;
            }
        }
        throw new CommandException(
                "no server sends a packet '%s'; servers send: %s"
                        .formatted(name, packetNames(catalog).collect(Collectors.joining(", "))));
    }

    private static void requireField(String name, @Nullable PacketType<?> type, String field)
            throws CommandException {
        List<String> known = type == null ? List.of() : Fields.names(type.packetClass());
        if (!known.contains(field)) {
            throw new CommandException(
                    "%s has no field '%s'; it has: %s"
                            .formatted(
                                    name,
                                    field,
                                    known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    /**
     * Waits for it.
     *
     * @throws CommandException when something else happens, or nothing
     */
    void await(NetClient connection, Duration usualTimeout)
            throws CommandException, InterruptedException {
        Duration patience = timeout == null ? usualTimeout : timeout;
        Frame frame = connection.poll(patience);
        if (frame != null) {
            if (!isMetBy(frame)) {
                throw failed("got " + Fields.summary(frame));
            }
        } else if (!connection.isAtEnd()) {
            throw failed("nothing came within " + Durations.format(patience));
        } else if (type != null || connection.isGivenUp()) {
            throw failed(connection.end());
        }
    }

    private CommandException failed(String whatCame) {
        return new CommandException("expected " + this + ", but " + whatCame);
    }

    private boolean isMetBy(Frame frame) {
        return type != null
                && frame.packet() instanceof Packet packet
                && type.packetClass().isInstance(packet)
                && Fields.of(packet).stream().allMatch(this::allows);
    }

    private boolean allows(Fields.Field field) {
        String wanted = fields.get(field.name());
        return wanted == null || field.spellings().stream().anyMatch(wanted::equals);
    }

    /** As it is said after {@code expect}, without the time. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(type == null ? CLOSED : type.name()),
                        fields.entrySet().stream()
                                .map(e -> e.getKey() + "=" + TerminalText.quote(e.getValue())))
                .collect(Collectors.joining(" "));
    }
}
