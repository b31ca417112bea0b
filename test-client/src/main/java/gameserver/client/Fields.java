package gameserver.client;

import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.client.Frame;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import gameserver.net.packet.UndecodablePacket;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of packets as text. They are the components of the packet's record. */
final class Fields {
    /** Longer values are cut where a packet is to fit in one line. */
    private static final int SUMMARY_LENGTH = 120;

    private Fields() {}

    /**
     * One field of a packet.
     *
     * @param shown for people to read; on one line, whatever the packet contains
     * @param spellings the ways in which {@code expect} may write the value
     */
    record Field(String name, String shown, List<String> spellings) {}

    static List<Field> of(Packet packet) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : packet.getClass().getRecordComponents()) {
            fields.add(field(packet, component));
        }
        return fields;
    }

    static List<String> names(Class<? extends Packet> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    private static Field field(Packet packet, RecordComponent component) {
        String name = component.getName();
        Object value = value(packet, component);
        if (value == null) {
            return new Field(name, "none", List.of("none"));
        }
        if (value instanceof Bytes bytes) {
            return bytesField(name, bytes);
        }
        if (value instanceof String text) {
            return new Field(name, TerminalText.quote(text), List.of(text));
        }
        if (value instanceof Result result) {
            return codeField(name, result.code(), result.toString());
        }
        if (packet instanceof ErrorNotify error) {
            return codeField(name, error.code(), new Result(error.code()).toString());
        }
        if (packet instanceof RoomUserListNotify list) {
            return usersField(name, list.users());
        }
        return new Field(name, value.toString(), List.of(value.toString()));
    }

    /** By number, by name, or as it is shown, with both. */
    private static Field codeField(String name, int number, String shown) {
        String numberText = String.valueOf(number);
        String nameText = shown.substring(shown.indexOf(' ') + 1);
        return new Field(name, shown, List.of(numberText, nameText, shown));
    }

    /** With their numbers, or by name alone: numbers depend on who was there before. */
    private static Field usersField(String name, List<RoomUser> users) {
        return new Field(
                name,
                join(users, user -> user.roomUserId() + ":" + TerminalText.quote(user.userId())),
                List.of(
                        join(users, RoomUser::userId),
                        join(users, user -> user.roomUserId() + ":" + user.userId())));
    }

    private static String join(List<RoomUser> users, Function<RoomUser, String> word) {
        return users.stream().map(word).collect(Collectors.joining(","));
    }

    private static @Nullable Object value(Packet packet, RecordComponent component) {
        try {
            return component.getAccessor().invoke(packet);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(packet.type() + " hides its " + component, e);
        }
    }

    private static Field bytesField(String name, Bytes bytes) {
        String hex = "0x" + bytes;
        String text = bytes.toText();
        return text == null
                ? new Field(name, hex, List.of(hex))
                : new Field(name, TerminalText.quote(text), List.of(text, hex));
    }

    /** A whole packet in one line, as {@code expect} would write it. */
    static String summary(Frame frame) {
        Received received = frame.packet();
        if (received instanceof Packet packet) {
            String fields =
                    of(packet).stream()
                            .map(field -> " " + field.name() + "=" + field.shown())
                            .collect(Collectors.joining());
            return packet.type().name() + shorten(fields);
        }
        if (received instanceof UndecodablePacket undecodable) {
            return "a packet that can't be decoded: " + undecodable.reason();
        }
        return frame.bytes().size() + " bytes that are not exactly one packet";
    }

    private static String shorten(String text) {
        return text.length() <= SUMMARY_LENGTH ? text : text.substring(0, SUMMARY_LENGTH) + "...";
    }
}
