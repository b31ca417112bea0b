package gameserver.msgpack;

import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.msgpack.core.MessagePack.Code;

/**
 * Writes straight into the frame: the library has no integers of full width, which the first
 * clients of this protocol need. Fields come in the order in which they are written.
 */
abstract class MessagePackWriter implements BodyWriter {
    static final int SUCCESS = 0;

    private static final int MAX_FIX_STR = 31;
    private static final int MAX_FIX_COLLECTION = 15;
    private static final int MAX_UINT8 = 0xFF;

    /** Begins a field, and returns where its value goes. */
    abstract ByteBuf begin(String field);

    /** A map, of whose entries the first byte tells the number. */
    static final class OfMap extends MessagePackWriter {
        private final ByteBuf out;
        private int start;
        private int entries;

        OfMap(ByteBuf out) {
            this.out = out;
        }

        @Override
        ByteBuf begin(String field) {
            if (entries == 0) {
                start = out.writerIndex();
                out.writeByte(0); // Known when the next line is through.
            }
            entries++;
            requireFit(field, entries, 1, MAX_FIX_COLLECTION);
            out.setByte(start, Code.FIXMAP_PREFIX | entries);
            requireFit(field, field.length(), 1, MAX_FIX_STR);
            out.writeByte(Code.FIXSTR_PREFIX | field.length());
            ByteBufUtil.writeAscii(out, field);
            return out;
        }
    }

    /** The fields of many elements: of each field, the values of all elements. */
    private static final class OfColumns extends MessagePackWriter {
        private final Map<String, ByteBuf> columns = new LinkedHashMap<>();

        @Override
        ByteBuf begin(String field) {
            return columns.computeIfAbsent(field, name -> Unpooled.buffer());
        }
    }

    @Override
    public void uint8(String field, int value) {
        requireFit(field, value, 0, MAX_UINT8);
        int64(field, value);
    }

    @Override
    public void int8(String field, int value) {
        requireFit(field, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
        int64(field, value);
    }

    @Override
    public void int16(String field, int value) {
        requireFit(field, value, Short.MIN_VALUE, Short.MAX_VALUE);
        int64(field, value);
    }

    @Override
    public void int32(String field, int value) {
        int64(field, value);
    }

    @Override
    public void binaryInt32(String field, int value) {
        // Not in a map.
    }

    @Override
    public void int64(String field, long value) {
        begin(field).writeByte(Code.INT64).writeLong(value);
    }

    @Override
    public void uint64(String field, long value) {
        begin(field).writeByte(Code.UINT64).writeLong(value);
    }

    @Override
    public void flag(String field, boolean value) {
        begin(field).writeByte(value ? Code.TRUE : Code.FALSE);
    }

    @Override
    public void result(String field, Result value) {
        int64(field, value.isSuccess() ? SUCCESS : value.code());
    }

    @Override
    public void padded(String field, int size, Bytes value) {
        requireFit(field, value.size(), 0, size);
        ByteBuf out = begin(field);
        writeStringHeader(value.size(), out);
        value.writeTo(out);
    }

    @Override
    public void shortText(String field, String value) {
        text(field, value, MAX_UINT8);
    }

    @Override
    public void text(String field, String value) {
        text(field, value, Short.MAX_VALUE);
    }

    private void text(String field, String value, int longest) {
        int length = ByteBufUtil.utf8Bytes(value);
        requireFit(field, length, 0, longest);
        ByteBuf out = begin(field);
        writeStringHeader(length, out);
        ByteBufUtil.reserveAndWriteUtf8(out, value, length);
    }

    private static void writeStringHeader(int length, ByteBuf out) {
        if (length <= MAX_FIX_STR) {
            out.writeByte(Code.FIXSTR_PREFIX | length);
        } else if (length <= MAX_UINT8) {
            out.writeByte(Code.STR8).writeByte(length);
        } else {
            out.writeByte(Code.STR16).writeShort(length);
        }
    }

    @Override
    public <E> void list(String countField, List<E> elements, BiConsumer<BodyWriter, E> element) {
        uint8(countField, elements.size());
        OfColumns writer = new OfColumns();
        elements.forEach(each -> element.accept(writer, each));
        writer.columns.forEach(
                (field, values) -> {
                    ByteBuf out = begin(field);
                    writeArrayHeader(elements.size(), out);
                    out.writeBytes(values);
                });
    }

    private static void writeArrayHeader(int size, ByteBuf out) {
        if (size <= MAX_FIX_COLLECTION) {
            out.writeByte(Code.FIXARRAY_PREFIX | size);
        } else {
            out.writeByte(Code.ARRAY16).writeShort(size);
        }
    }

    @Override
    public void rest(String field, Bytes value) {
        throw new IllegalStateException(field + " is for binary bodies only");
    }

    /** Of a number itself, or of the length of what is longer. */
    private static void requireFit(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalStateException(
                    field + " does not fit: " + value + " is not in " + least + ".." + most);
        }
    }
}
