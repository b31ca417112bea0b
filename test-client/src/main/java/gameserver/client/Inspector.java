package gameserver.client;

import gameserver.client.Style.Ink;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws a frame. Under each part of the header stands what it means, the number also in hex, so
 * that one can see that the low byte comes first:
 *
 * <pre>
 * 15:04:05.123 --> ECHO  sent, 7 bytes: header 5 + body 2
 *     header        07 00              65 00              00
 *                   size 7 (0x0007)    id 101 (0x0065)    type 0 (normal)
 *     body          68 69
 *     payload       "hi"
 * </pre>
 *
 * Stateless, so any thread may use it.
 */
final class Inspector {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final int BYTES_A_LINE = 16;

    /** A screen or two; nobody reads further. */
    private static final int MOST_BYTES = 1024;

    private static final int COLUMN = 19;
    private static final String INDENT = "    ";

    private final Style style;
    private final ZoneId zone;

    Inspector(Style style) {
        this(style, ZoneId.systemDefault());
    }

    Inspector(Style style, ZoneId zone) {
        this.style = style;
        this.zone = zone;
    }

    /** The drawing: lines without an end of line after the last. */
    String show(Frame frame) {
        byte[] bytes = frame.bytes().toArray();
        List<String> lines = new ArrayList<>();
        lines.add(title(frame, bytes.length));
        if (frame.packet() == null) {
            addHex(lines, "bytes", bytes);
        } else {
            addHeader(lines, bytes);
            addHex(lines, "body", Arrays.copyOfRange(bytes, PacketHeader.LENGTH, bytes.length));
            addMeaning(lines, frame.packet());
        }
        return String.join("\n", lines);
    }

    private String title(Frame frame, int size) {
        boolean sent = frame.direction() == Direction.SENT;
        String time = TIME.format(frame.at().atZone(zone));
        String parts =
                frame.packet() == null
                        ? "not exactly one packet"
                        : "header %d + body %d"
                                .formatted(PacketHeader.LENGTH, size - PacketHeader.LENGTH);
        return "%s %s  %s, %d bytes: %s"
                .formatted(
                        time,
                        style.paint(
                                sent ? Ink.SENT : Ink.RECEIVED,
                                (sent ? "--> " : "<-- ") + name(frame.packet())),
                        sent ? "sent" : "received",
                        size,
                        parts);
    }

    private static String name(@Nullable Received received) {
        if (received instanceof Packet packet) {
            return packet.type().name();
        }
        if (received instanceof UndecodablePacket undecodable) {
            return undecodable.type() == null ? "unknown packet" : undecodable.type().name() + "?";
        }
        return "raw";
    }

    private void addHeader(List<String> lines, byte[] bytes) {
        int size = unsignedShort(bytes, PacketHeader.SIZE_OFFSET);
        int id = unsignedShort(bytes, PacketHeader.ID_OFFSET);
        int type = bytes[PacketHeader.TYPE_OFFSET] & 0xFF;
        String typeHex = HEX.toHexDigits((byte) type);
        lines.add(
                label("header")
                        + column(Ink.SIZE, HEX.formatHex(bytes, 0, PacketHeader.ID_OFFSET))
                        + column(
                                Ink.ID,
                                HEX.formatHex(
                                        bytes, PacketHeader.ID_OFFSET, PacketHeader.TYPE_OFFSET))
                        + style.paint(Ink.TYPE, typeHex));
        lines.add(
                label("")
                        + column(Ink.SIZE, "size %d (0x%04x)".formatted(size, size))
                        + column(Ink.ID, "id %d (0x%04x)".formatted(id, id))
                        + style.paint(Ink.TYPE, "type %d (%s)".formatted(type, meaning(type))));
    }

    private static int unsignedShort(byte[] bytes, int offset) {
        return (bytes[offset] & 0xFF) | (bytes[offset + 1] & 0xFF) << 8;
    }

    private static String meaning(int type) {
        return switch (type) {
            case PacketHeader.NORMAL -> "normal";
            case 1 -> "compressed";
            case 2 -> "encrypted";
            case 3 -> "compressed, encrypted";
            default -> "unknown bits";
        };
    }

    /** Short ones on one line; longer ones with the offset of each line. */
    private void addHex(List<String> lines, String name, byte[] bytes) {
        if (bytes.length == 0) {
            lines.add(label(name) + "none");
            return;
        }
        int shown = Math.min(bytes.length, MOST_BYTES);
        for (int start = 0; start < shown; start += BYTES_A_LINE) {
            int end = Math.min(start + BYTES_A_LINE, shown);
            int middle = Math.min(start + BYTES_A_LINE / 2, end);
            String offset =
                    bytes.length <= BYTES_A_LINE
                            ? ""
                            : style.paint(Ink.LABEL, "%-6s".formatted("+" + start));
            String right = middle < end ? "  " + HEX.formatHex(bytes, middle, end) : "";
            lines.add(
                    label(start == 0 ? name : "")
                            + offset
                            + HEX.formatHex(bytes, start, middle)
                            + right);
        }
        if (shown < bytes.length) {
            lines.add(label("") + "... " + (bytes.length - shown) + " bytes more");
        }
    }

    private void addMeaning(List<String> lines, Received received) {
        if (received instanceof UndecodablePacket undecodable) {
            lines.add(
                    label("problem")
                            + style.paint(
                                    Ink.PROBLEM,
                                    undecodable.reason() + " (" + undecodable.error() + ")"));
        } else if (received instanceof Packet packet) {
            for (Fields.Field field : Fields.of(packet)) {
                lines.add(label(field.name()) + field.shown());
            }
        }
    }

    private String label(String name) {
        return INDENT + style.paint(Ink.LABEL, "%-12s  ".formatted(name));
    }

    private String column(Ink ink, String text) {
        return style.paint(ink, text) + " ".repeat(Math.max(1, COLUMN + 2 - text.length()));
    }
}
