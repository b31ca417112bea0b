package gameserver.msgpack;

import gameserver.net.packet.Bytes;
import gameserver.net.packet.MalformedPacketException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Takes a map apart: into Long, BigInteger, Boolean, Bytes for a text, and lists of these. Values
 * of other kinds are passed over.
 *
 * <p>A claimed length or number is believed only when as many bytes are left, since nothing takes
 * less than a byte. So neither memory nor time is spent on what is not there, however deep it is
 * nested.
 */
final class MessagePackBody {
    /** Stands for a value of a kind that no field has. */
    private static final Object OTHER = new Object();

    private final MessageUnpacker in;
    private final int size;

    private MessagePackBody(byte[] body) {
        in = MessagePack.newDefaultUnpacker(body);
        size = body.length;
    }

    /**
     * The fields of a body.
     *
     * @throws MalformedPacketException when it is anything but one map with different texts as keys
     */
    static Map<String, Object> fields(byte[] body) {
        try {
            return new MessagePackBody(body).map();
        } catch (IOException | MessagePackException e) {
            throw new MalformedPacketException("not MessagePack: " + e.getClass().getSimpleName());
        }
    }

    private Map<String, Object> map() throws IOException {
        if (nextType() != ValueType.MAP) {
            throw new MalformedPacketException("not a map");
        }
        int entries = requireLeft(in.unpackMapHeader());
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            String key = key();
            if (fields.put(key, value()) != null) {
                throw new MalformedPacketException("a key is there twice");
            }
        }
        if (left() > 0) {
            throw new MalformedPacketException(left() + " bytes after the end");
        }
        return fields;
    }

    private String key() throws IOException {
        String key = nextType() == ValueType.STRING ? text().toText() : null;
        if (key == null) {
            throw new MalformedPacketException("a key is not a text");
        }
        return key;
    }

    private Object value() throws IOException {
        if (nextType() != ValueType.ARRAY) {
            return single();
        }
        int size = requireLeft(in.unpackArrayHeader());
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(single());
        }
        return values;
    }

    private Object single() throws IOException {
        return switch (nextType()) {
            case INTEGER -> integer();
            case BOOLEAN -> in.unpackBoolean();
            case STRING -> text();
            default -> {
                passOver();
                yield OTHER;
            }
        };
    }

    private Number integer() throws IOException {
        return switch (in.getNextFormat()) {
            case UINT64 -> in.unpackBigInteger();
            default -> in.unpackLong();
        };
    }

    private Bytes text() throws IOException {
        byte[] bytes = new byte[requireLeft(in.unpackRawStringHeader())];
        in.readPayload(bytes);
        return Bytes.of(bytes);
    }

    /** Without recursion: a few bytes can nest deeper than a stack. */
    private void passOver() throws IOException {
        long values = 1;
        while (values > 0) {
            values--;
            switch (nextType()) {
                case ARRAY -> values += requireLeft(in.unpackArrayHeader());
                case MAP -> values += 2L * requireLeft(in.unpackMapHeader());
                default -> in.skipValue();
            }
        }
    }

    private ValueType nextType() throws IOException {
        return in.getNextFormat().getValueType();
    }

    private long left() {
        return size - in.getTotalReadBytes();
    }

    private int requireLeft(int claimed) {
        if (claimed > left()) {
            throw new MalformedPacketException(claimed + " are claimed, " + left() + " bytes left");
        }
        return claimed;
    }
}
