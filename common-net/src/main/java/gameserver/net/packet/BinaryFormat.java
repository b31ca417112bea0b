package gameserver.net.packet;

import io.netty.buffer.ByteBuf;

/** Little-endian fields, one after the other, without names or padding. */
final class BinaryFormat implements BodyFormat {
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
        public short int16(String field) {
            require(field, Short.BYTES);
            return in.readShortLE();
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
        public void int16(String field, int value) {
            out.writeShortLE(value);
        }

        @Override
        public void rest(String field, Bytes value) {
            value.writeTo(out);
        }
    }
}
