package gameserver.client.load;

import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the chat load. A line of chat has to be text, so it says in hexadecimal digits
 * from which moment its latency counts, who of the room has said it, and its number among what that
 * user says; then comes filler.
 *
 * <pre>
 *   text   16 digits intended at, 4 digits place, 8 digits sequence, filler
 * </pre>
 *
 * <p>Written and checked in place, as {@link EchoMessage} is. In each format the text is the end of
 * a request and of a notice; what stands before it is made once, by the format.
 */
final class ChatMessage {
    private static final HexFormat DIGITS = HexFormat.of();
    private static final int BITS_A_DIGIT = 4;
    private static final int INTENDED_AT_DIGITS = 16;
    private static final int PLACE_DIGITS = 4;
    private static final int SEQUENCE_DIGITS = 8;

    static final int LEAST_PAYLOAD = INTENDED_AT_DIGITS + PLACE_DIGITS + SEQUENCE_DIGITS;

    static final String NOT_WHAT_WAS_SENT = "the text of a notice is not what was sent";

    /** Sequences are told modulo this and one more. */
    private static final long SEQUENCE_MASK = 0xFFFF_FFFFL;

    private final PacketEncoder encoder;
    private final String anyText;
    private final int payloadBytes;
    private final ByteBuf requestHead;
    private final int noticeSize;
    private final ByteBuf accepted;
    private final ByteBuf filler;

    ChatMessage(BodyFormat format, int payloadBytes) {
        this.encoder = new PacketEncoder(format);
        this.payloadBytes = payloadBytes;
        this.anyText = "x".repeat(payloadBytes);
        this.requestHead = head(new RoomChatRequest(anyText));
        this.noticeSize = encode(new RoomChatNotify(1, anyText)).readableBytes();
        this.accepted = encode(new RoomChatResponse(Result.SUCCESS));
        byte[] bytes = new byte[payloadBytes - LEAST_PAYLOAD];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        filler = Unpooled.wrappedBuffer(bytes);
    }

    private ByteBuf encode(Packet packet) {
        ByteBuf frame = Unpooled.buffer();
        encoder.encode(packet, frame);
        return frame;
    }

    /** A frame up to its text. */
    private ByteBuf head(Packet packet) {
        ByteBuf frame = encode(packet);
        return frame.slice(0, frame.readableBytes() - payloadBytes);
    }

    /** How every notice of that speaker begins. */
    ByteBuf noticeHead(long speaker) {
        return head(new RoomChatNotify(speaker, anyText));
    }

    /** Of a whole request. */
    int size() {
        return requestHead.readableBytes() + payloadBytes;
    }

    void append(ByteBuf out, long intendedAt, int place, long sequence) {
        out.writeBytes(requestHead, 0, requestHead.readableBytes());
        writeDigits(out, intendedAt, INTENDED_AT_DIGITS);
        writeDigits(out, place, PLACE_DIGITS);
        writeDigits(out, sequence, SEQUENCE_DIGITS);
        out.writeBytes(filler, 0, filler.readableBytes());
    }

    /** Why the ROOM_CHAT_NTF at the reader index can't be of this load, or null. */
    @Nullable String problem(ByteBuf notice, int size) {
        if (size != noticeSize) {
            return "a notice of " + size + " bytes is not what anybody of this load has said";
        }
        int text = textOf(notice);
        for (int i = 0; i < LEAST_PAYLOAD; i++) {
            if (!HexFormat.isHexDigit(notice.getByte(text + i))) {
                return "a notice is not what anybody of this load has said";
            }
        }
        int length = filler.readableBytes();
        return ByteBufUtil.equals(notice, text + LEAST_PAYLOAD, filler, 0, length)
                ? null
                : NOT_WHAT_WAS_SENT;
    }

    private int textOf(ByteBuf notice) {
        return notice.readerIndex() + noticeSize - payloadBytes;
    }

    /** Whether the frame at the reader index begins in that way. */
    static boolean beginsWith(ByteBuf head, ByteBuf frame) {
        return ByteBufUtil.equals(head, 0, frame, frame.readerIndex(), head.readableBytes());
    }

    /** Whether the ROOM_CHAT_RES at the reader index tells success. */
    boolean isAccepted(ByteBuf response, int size) {
        return size == accepted.readableBytes() && beginsWith(accepted, response);
    }

    long intendedAt(ByteBuf notice) {
        return readDigits(notice, 0, INTENDED_AT_DIGITS);
    }

    /** Who has said it, by the place in its {@link ChatRoom}. */
    int place(ByteBuf notice) {
        return (int) readDigits(notice, INTENDED_AT_DIGITS, PLACE_DIGITS);
    }

    boolean hasSequence(ByteBuf notice, long sequence) {
        int offset = INTENDED_AT_DIGITS + PLACE_DIGITS;
        return readDigits(notice, offset, SEQUENCE_DIGITS) == (sequence & SEQUENCE_MASK);
    }

    private static void writeDigits(ByteBuf out, long value, int digits) {
        for (int digit = digits - 1; digit >= 0; digit--) {
            out.writeByte(DIGITS.toLowHexDigit((int) (value >>> (digit * BITS_A_DIGIT))));
        }
    }

    private long readDigits(ByteBuf notice, int offset, int digits) {
        int from = textOf(notice) + offset;
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value << BITS_A_DIGIT | HexFormat.fromHexDigit(notice.getByte(from + i));
        }
        return value;
    }
}
