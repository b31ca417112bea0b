package gameserver.reliability;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.Socket;

/** A client that reads nothing, whatever it says. */
final class Stranger implements AutoCloseable {
    /** The least, so that what it does not read stays with the server. */
    private static final int RECEIVE_BUFFER = 4096;

    private final Socket socket = new Socket();
    private final PacketEncoder encoder;

    private Stranger(BodyFormat format) {
        encoder = new PacketEncoder(format);
    }

    static Stranger connect(ServerJar jar, HostPort address) throws IOException {
        Stranger stranger = new Stranger(jar.dialect().format());
        stranger.socket.setReceiveBufferSize(RECEIVE_BUFFER);
        stranger.socket.setTcpNoDelay(true);
        stranger.socket.connect(address.toSocketAddress());
        return stranger;
    }

    /** Logs in and enters a room, if nothing is against it. */
    void enter(String id, int room) throws IOException {
        say(LoginRequest.of(id, "pw"));
        say(new RoomEnterRequest(room));
    }

    /**
     * @throws IOException once the server has closed the connection, at the second attempt at the
     *     latest
     */
    void say(Packet packet) throws IOException {
        ByteBuf frame = Unpooled.buffer();
        encoder.encode(packet, frame);
        write(ByteBufUtil.getBytes(frame));
    }

    void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Closes the connection with RST, for whoever likes it rude. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
