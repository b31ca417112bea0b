package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.TestServer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client of a {@link ChatTestServer} that says things and checks what it hears, in order. */
final class Guest {
    private final NetClient client;
    private final PacketEncoder encoder;
    private final PacketDecoder decoder;
    private final Runnable settle;
    private final Set<Integer> unheard;
    private short pings;

    Guest(NetClient client) {
        this(client, new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY), () -> {}, Set.of());
    }

    /**
     * @param settle waits until what any guest was answered has reached all others
     * @param unheard ids of packets that do not count
     */
    Guest(NetClient client, Dialect dialect, Runnable settle, Set<Integer> unheard) {
        this.client = client;
        this.encoder = new PacketEncoder(dialect.format());
        this.decoder = new PacketDecoder(dialect.catalog(), dialect.format());
        this.settle = settle;
        this.unheard = unheard;
    }

    Guest says(Packet packet) {
        client.send(packet);
        return this;
    }

    /** Bytes as they are: a frame, half of one, or many. */
    Guest saysHex(String hex) {
        client.sendRaw(Hex.bytes(hex));
        return this;
    }

    /** One frame with any body, right or wrong for its id. */
    Guest saysFrame(int id, String bodyHex) {
        client.sendRaw(Frames.frame(id, Hex.bytes(bodyHex)));
        return this;
    }

    Guest asksToEnter(int room) {
        return says(new RoomEnterRequest(room));
    }

    Guest asksToLeave() {
        return says(new RoomLeaveRequest());
    }

    Guest chats(String message) {
        return says(new RoomChatRequest(message));
    }

    Guest whispersTo(String userId, String message) {
        return says(new WhisperRequest(userId, message));
    }

    Guest asksToInvite(String userId) {
        return says(new InviteRequest(userId));
    }

    Guest accepts(long invitation) {
        return says(new InviteAnswerRequest(invitation, true));
    }

    Guest declines(long invitation) {
        return says(new InviteAnswerRequest(invitation, false));
    }

    /** The next packets are exactly these, in this order. */
    Guest hears(Packet... expected) {
        for (Packet packet : expected) {
            assertEquals(onTheWire(packet), next());
        }
        return this;
    }

    /** What is heard of a packet; not every format has all fields. */
    private Received onTheWire(Packet packet) {
        ByteBuf frame = Unpooled.buffer();
        encoder.encode(packet, frame);
        return decoder.decode(frame);
    }

    Guest hearsError(ErrorCode error) {
        return hears(ErrorNotify.of(error));
    }

    /** The next packet, whatever it is. */
    Packet hears() {
        Received received = next();
        return received instanceof Packet packet ? packet : fail("heard " + received);
    }

    /** The next packet, which has to be one of {@code type}. */
    <P extends Packet> P hears(Class<P> type) {
        Received packet = next();
        assertEquals(type, packet == null ? null : packet.getClass(), () -> "heard " + packet);
        return type.cast(packet);
    }

    /** The next frame, byte for byte. */
    Guest hearsHex(String hex) {
        assertEquals(Hex.compact(hex), frame().bytes().toString());
        return this;
    }

    /** Everything that has been said to this guest has been heard: nothing comes before a pong. */
    Guest hearsNothingMore() {
        settle.run();
        says(new PingRequest(++pings));
        return hears(new PingResponse(pings));
    }

    /** What comes before the server closes the connection. */
    List<Packet> hearsToTheEnd() {
        try {
            List<Packet> last = new ArrayList<>();
            for (Frame frame = poll(); frame != null; frame = poll()) {
                last.add((Packet) frame.packet());
            }
            assertTrue(client.isAtEnd(), "the connection is still open");
            return last;
        } catch (InterruptedException e) {
            return fail(e);
        }
    }

    void hearsTheEnd() {
        try {
            client.expectClosed(TestServer.PATIENCE);
        } catch (InterruptedException e) {
            fail(e);
        }
    }

    Guest logsIn(String id) {
        says(LoginRequest.of(id, "pw"));
        return hears(new LoginResponse(Result.SUCCESS));
    }

    /** Enters, and returns what this guest is called in the room. */
    long enters(int room) {
        asksToEnter(room);
        return entered(room);
    }

    /** Invites, and returns the number of the invitation. */
    long invites(String userId) {
        asksToInvite(userId);
        InviteResponse response = hears(InviteResponse.class);
        assertTrue(response.result().isSuccess(), response::toString);
        return response.invitationId();
    }

    /** What comes before {@code last}, which has to come. */
    List<Packet> hearsUntil(Packet last) {
        List<Packet> before = new ArrayList<>();
        Received end = onTheWire(last);
        for (Packet packet = hears(); !end.equals(packet); packet = hears()) {
            before.add(packet);
        }
        return before;
    }

    /** What has come so far. */
    List<Packet> hearsWhatCame() {
        settle.run();
        says(new PingRequest(++pings));
        return hearsUntil(new PingResponse(pings));
    }

    /** Hears that it has come into a room, with the list of others if there are any. */
    long entered(int room) {
        Received packet = next();
        if (packet instanceof RoomUserListNotify) {
            packet = next();
        }
        if (packet instanceof RoomEnterResponse response && response.result().isSuccess()) {
            assertEquals(
                    onTheWire(new RoomEnterResponse(Result.SUCCESS, room, response.roomUserId())),
                    response);
            return response.roomUserId();
        }
        return fail("heard " + packet);
    }

    /** Closes the connection without a word. */
    void vanishes() {
        client.close();
    }

    NetClient client() {
        return client;
    }

    private @Nullable Received next() {
        return frame().packet();
    }

    private Frame frame() {
        try {
            Frame frame = poll();
            return frame == null ? fail("heard nothing; " + client.end()) : frame;
        } catch (InterruptedException e) {
            return fail(e);
        }
    }

    private @Nullable Frame poll() throws InterruptedException {
        Frame frame = client.poll(TestServer.PATIENCE);
        while (frame != null
                && frame.packet() instanceof UndecodablePacket other
                && unheard.contains(other.id())) {
            frame = client.poll(TestServer.PATIENCE);
        }
        return frame;
    }
}
