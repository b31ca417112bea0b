package gameserver.msgpack;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.MalformedPacketException;
import gameserver.net.packet.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds fields by their names. */
abstract class MessagePackReader implements BodyReader {
    private static final int MAX_UINT8 = 0xFF;

    /** The value of a field; null when it is not there. */
    abstract @Nullable Object find(String field);

    /** A map, which is taken apart when the first field is asked for. */
    static final class OfMap extends MessagePackReader {
        private final ByteBuf body;
        private @Nullable Map<String, Object> fields;

        OfMap(ByteBuf body) {
            this.body = body;
        }

        @Override
        @Nullable Object find(String field) {
            if (fields == null) {
                fields = MessagePackBody.fields(ByteBufUtil.getBytes(body));
                body.skipBytes(body.readableBytes());
            }
            return fields.get(field);
        }

        @Override
        public boolean hasMore() {
            return body.isReadable();
        }

        @Override
        public void requireEnd() {
            if (body.isReadable()) {
                throw new MalformedPacketException("a body where none should be");
            }
        }
    }

    /** One element of a list, whose fields are in arrays of the map. */
    private static final class OfElement extends MessagePackReader {
        private final MessagePackReader map;
        private final int index;
        private final int count;

        OfElement(MessagePackReader map, int index, int count) {
            this.map = map;
            this.index = index;
            this.count = count;
        }

        @Override
        Object find(String field) {
            if (map.find(field) instanceof List<?> values && values.size() == count) {
                return values.get(index);
            }
            throw new MalformedPacketException(field + " is not an array of " + count);
        }

        @Override
        public boolean hasMore() {
            return false;
        }

        @Override
        public void requireEnd() {
            // The map sees to that.
        }
    }

    private <T> T value(String field, Class<T> type, String kind) {
        Object value = find(field);
        if (!type.isInstance(value)) {
            throw new MalformedPacketException(
                    field + (value == null ? " is missing" : " is not " + kind));
        }
        return type.cast(value);
    }

    private long integer(String field, long least, long most) {
        Number value = value(field, Number.class, "an integer");
        long number = value.longValue();
        boolean isTooBig = value instanceof BigInteger && number < 0;
        if (isTooBig || number < least || number > most) {
            throw new MalformedPacketException(
                    field + " is " + value + ", not in " + least + ".." + most);
        }
        return number;
    }

    @Override
    public int uint8(String field) {
        return (int) integer(field, 0, MAX_UINT8);
    }

    @Override
    public int int8(String field) {
        return (int) integer(field, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Override
    public short int16(String field) {
        return (short) integer(field, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public int int32(String field) {
        return (int) integer(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public @Nullable Integer binaryInt32(String field) {
        return null;
    }

    @Override
    public long int64(String field) {
        return integer(field, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Override
    public long uint64(String field) {
        Number value = value(field, Number.class, "an integer");
        return value instanceof BigInteger ? value.longValue() : integer(field, 0, Long.MAX_VALUE);
    }

    @Override
    public boolean flag(String field) {
        return value(field, Boolean.class, "true or false");
    }

    @Override
    public Result result(String field) {
        int code = int16(field);
        return code == MessagePackWriter.SUCCESS ? Result.SUCCESS : new Result(code);
    }

    @Override
    public Bytes padded(String field, int size) {
        Bytes value = value(field, Bytes.class, "a text");
        requireLength(field, value, 0, size, ErrorCode.PACKET_DECODING_FAIL);
        return value;
    }

    @Override
    public String shortText(String field) {
        return text(field, 0, MAX_UINT8, ErrorCode.PACKET_DECODING_FAIL);
    }

    @Override
    public String text(String field, int least, int most, ErrorCode outside) {
        Bytes value = value(field, Bytes.class, "a text");
        requireLength(field, value, least, most, outside);
        String text = value.toText();
        if (text == null) {
            throw new MalformedPacketException(field + " is not UTF-8");
        }
        return text;
    }

    private static void requireLength(
            String field, Bytes value, int least, int most, ErrorCode outside) {
        if (value.size() < least || value.size() > most) {
            throw new MalformedPacketException(
                    outside,
                    "%s of %d bytes, not %d..%d".formatted(field, value.size(), least, most));
        }
    }

    @Override
    public <E> List<E> list(String countField, Function<BodyReader, E> element) {
        int count = uint8(countField);
        List<E> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(element.apply(new OfElement(this, i, count)));
        }
        return elements;
    }

    @Override
    public Bytes rest(String field) {
        throw new IllegalStateException(field + " is for binary bodies only");
    }
}
