package gameserver.chat.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.ChatOptions;
import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.codec.PacketHeader;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.GameServer;
import gameserver.net.testing.Frames;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.TestServer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies that are cut or too long: one answer each, and nobody else hears of it. */
@ExtendWith(NoLeaks.class)
final class BadBodyLoopbackTest {
    private static final Dialect DIALECT =
            new Dialect(ChatPackets.CATALOG, MessagePackFormat.MESSAGE_PACK);

    private final ChatInMessagePack chat = new ChatInMessagePack();
    private final ClientThreads threads = new ClientThreads(1);
    private GameServer server;
    private NetClient guest;
    private NetClient neighbour;

    @BeforeEach
    void sitDown() throws Exception {
        server =
                chat.start(
                        ServerOptions.of("--bind=127.0.0.1:0", "--max-requests-per-second=0"),
                        ChatOptions.of(),
                        Duration.ofSeconds(30));
        guest = seat("손님");
        neighbour = seat("neighbour");
        hear(guest); // That the neighbour has come.
    }

    @AfterEach
    void close() {
        threads.close();
        server.drain(TestServer.PATIENCE);
    }

    private NetClient seat(String id) throws Exception {
        NetClient client =
                NetClient.connect(threads, server.address(), DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(id, "pw"));
        hear(client);
        client.send(new RoomEnterRequest(0));
        if (hear(client) instanceof RoomUserListNotify) {
            hear(client);
        }
        return client;
    }

    private static Packet hear(NetClient client) throws Exception {
        Frame frame = client.poll(TestServer.PATIENCE);
        assertNotNull(frame, client::end);
        assertTrue(frame.packet() instanceof Packet, frame::toString);
        return (Packet) frame.packet();
    }

    private static void hearsNothing(NetClient client) throws Exception {
        client.send(new PingRequest((short) 1));
        assertEquals(new PingResponse((short) 1), hear(client));
    }

    private static byte[] body(Packet packet) {
        ByteBuf frame = Unpooled.buffer();
        new PacketEncoder(DIALECT.format()).encode(packet, frame);
        return ByteBufUtil.getBytes(frame.skipBytes(PacketHeader.LENGTH));
    }

    @Test
    void eachIsToldItsFailureAndTheGameGoesOn() throws Exception {
        List<Packet> requests =
                List.of(
                        LoginRequest.of("x", "y"),
                        new RoomEnterRequest(7),
                        new RoomChatRequest("안녕"),
                        new WhisperRequest("neighbour", "hi"));
        for (Packet request : requests) {
            byte[] right = body(request);
            Packet told = request.type().refuse(ErrorCode.PACKET_DECODING_FAIL);
            for (int length = 0; length < right.length + 20; length++) {
                if (length != right.length) {
                    byte[] wrong = Arrays.copyOf(right, length);
                    guest.sendRaw(Frames.frame(request.type().id(), wrong));
                    assertEquals(onTheWire(told), hear(guest), request + " of " + length);
                }
            }
        }
        hearsNothing(neighbour);
        guest.send(new RoomChatRequest("still here"));
        assertEquals(733, hear(neighbour).type().id());
    }

    /** A refused enter has no number of a room here. */
    private static Packet onTheWire(Packet packet) {
        return packet.type().read(DIALECT.format().reader(Unpooled.wrappedBuffer(body(packet))));
    }
}
