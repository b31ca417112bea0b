package gameserver.net.packet;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Little-endian fields, one after the other, without names or gaps. */
final class BinaryFormat implements BodyFormat {
    private static final int MAX_UINT8 = 0xFF;

    @Override
    public BodyReader reader(ByteBuf body) {
        return new Reader(body);
    }

    @Override
    public BodyWriter writer(ByteBuf out) {
        return new Writer(out);
    }

    private record Reader(ByteBuf in) implements BodyReader {
        @Override
        public boolean hasMore() {
            return in.isReadable();
        }

        @Override
        public int uint8(String field) {
            require(field, Byte.BYTES);
            return in.readUnsignedByte();
        }

        @Override
        public int int8(String field) {
            require(field, Byte.BYTES);
            return in.readByte();
        }

        @Override
        public short int16(String field) {
            require(field, Short.BYTES);
            return in.readShortLE();
        }

        @Override
        public int int32(String field) {
            require(field, Integer.BYTES);
            return in.readIntLE();
        }

        @Override
        public Integer binaryInt32(String field) {
            return int32(field);
        }

        @Override
        public long int64(String field) {
            require(field, Long.BYTES);
            return in.readLongLE();
        }

        @Override
        public long uint64(String field) {
            require(field, Long.BYTES);
            return in.readLongLE();
        }

        @Override
        public boolean flag(String field) {
            int value = uint8(field);
            if (value > 1) {
                throw new MalformedPacketException(field + " is " + value + ", not 0 or 1");
            }
            return value == 1;
        }

        @Override
        public Result result(String field) {
            return new Result(int16(field));
        }

        @Override
        public Bytes padded(String field, int size) {
            require(field, size);
            int length = size;
            while (length > 0 && in.getByte(in.readerIndex() + length - 1) == 0) {
                length--;
            }
            Bytes value = Bytes.read(in, length);
            in.skipBytes(size - length);
            return value;
        }

        @Override
        public String shortText(String field) {
            return utf8(field, uint8(field));
        }

        @Override
        public String text(String field, int least, int most, ErrorCode outside) {
            int length = int16(field);
            if (length < least || length > most) {
                throw new MalformedPacketException(
                        outside, field + " of " + length + " bytes, not " + least + ".." + most);
            }
            return utf8(field, length);
        }

        private String utf8(String field, int length) {
            require(field, length);
            byte[] bytes = new byte[length];
            in.readBytes(bytes);
            String text = Utf8.decode(bytes);
            if (text == null) {
                throw new MalformedPacketException(field + " is not UTF-8");
            }
            return text;
        }

        @Override
        public <E> List<E> list(String countField, Function<BodyReader, E> element) {
            int count = uint8(countField);
            List<E> elements = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                elements.add(element.apply(this));
            }
            return elements;
        }

        @Override
        public Bytes rest(String field) {
            return Bytes.read(in, in.readableBytes());
        }

        @Override
        public void requireEnd() {
            if (in.isReadable()) {
                throw new MalformedPacketException(in.readableBytes() + " bytes after the end");
            }
        }

        private void require(String field, int bytes) {
            if (in.readableBytes() < bytes) {
                throw new MalformedPacketException(
                        field + " needs " + bytes + " bytes, " + in.readableBytes() + " are left");
            }
        }
    }

    private record Writer(ByteBuf out) implements BodyWriter {
        @Override
        public void uint8(String field, int value) {
            requireFit(field, value, 0, MAX_UINT8);
            out.writeByte(value);
        }

        @Override
        public void int8(String field, int value) {
            requireFit(field, value, Byte.MIN_VALUE, Byte.MAX_VALUE);
            out.writeByte(value);
        }

        @Override
        public void int16(String field, int value) {
            requireFit(field, value, Short.MIN_VALUE, Short.MAX_VALUE);
            out.writeShortLE(value);
        }

        @Override
        public void int32(String field, int value) {
            out.writeIntLE(value);
        }

        @Override
        public void binaryInt32(String field, int value) {
            int32(field, value);
        }

        @Override
        public void int64(String field, long value) {
            out.writeLongLE(value);
        }

        @Override
        public void uint64(String field, long value) {
            out.writeLongLE(value);
        }

        @Override
        public void flag(String field, boolean value) {
            out.writeByte(value ? 1 : 0);
        }

        @Override
        public void result(String field, Result value) {
            int16(field, value.code());
        }

        @Override
        public void padded(String field, int size, Bytes value) {
            requireFit(field, value.size(), 0, size);
            value.writeTo(out);
            out.writeZero(size - value.size());
        }

        @Override
        public void shortText(String field, String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            uint8(field, bytes.length);
            out.writeBytes(bytes);
        }

        @Override
        public void text(String field, String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            requireFit(field, bytes.length, 0, Short.MAX_VALUE);
            out.writeShortLE(bytes.length);
            out.writeBytes(bytes); // What the JDK encodes at once, Netty would byte by byte.
        }

        @Override
        public <E> void list(
                String countField, List<E> elements, BiConsumer<BodyWriter, E> element) {
            uint8(countField, elements.size());
            for (E value : elements) {
                element.accept(this, value);
            }
        }

        @Override
        public void rest(String field, Bytes value) {
            value.writeTo(out);
        }

        /** Of a number itself, or of the length of what is longer. */
        private static void requireFit(String field, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalStateException(
                        field + " does not fit: " + value + " is not in " + least + ".." + most);
            }
        }
    }
}
