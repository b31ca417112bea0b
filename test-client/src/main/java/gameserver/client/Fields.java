package gameserver.client;

import gameserver.net.client.Frame;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            return new Field(name, quote(text), List.of(text));
        }
        if (packet instanceof ErrorNotify error) {
            Optional<ErrorCode> code = ErrorCode.of(error.code());
            String number = value.toString();
            return code.isEmpty()
                    ? new Field(name, number, List.of(number))
                    : new Field(
                            name, number + " " + code.get(), List.of(number, code.get().name()));
        }
        return new Field(name, value.toString(), List.of(value.toString()));
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
        String text = decode(bytes.toArray());
        return text == null
                ? new Field(name, hex, List.of(hex))
                : new Field(name, quote(text), List.of(text, hex));
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Text in quotation marks, with everything escaped that a terminal might obey instead of
     * showing it.
     */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                quoted.append('\\').appendCodePoint(c);
                            } else if (isInvisible(c)) {
                                quoted.append("\\u{%x}".formatted(c));
                            } else {
                                quoted.appendCodePoint(c);
                            }
                        });
        return quoted.append('"').toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
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
