package gameserver.net.testing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;

/** Bytes as they are written in docs/protocol.md: two digits each, with spaces where they help. */
public final class Hex {
    private Hex() {}

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A buffer outside of any pool, which nobody has to release. */
    public static ByteBuf buffer(String hex) {
        return Unpooled.wrappedBuffer(bytes(hex));
    }

    /** The readable bytes of {@code buffer}, without spaces. */
    public static String of(ByteBuf buffer) {
        return ByteBufUtil.hexDump(buffer);
    }

    /** {@code hex} as {@link #of(ByteBuf)} writes it. */
    public static String compact(String hex) {
        return hex.replace(" ", "");
    }
}
