package gameserver.client.load;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * A user of the chat load: logs in, enters its room, and talks. Its own message is answered when
 * the notice of it comes back to it. It checks that it hears everything that is said in its room,
 * from each user in order and once, and that each of its requests gets its response. Of what others
 * say it can't tell whether the moment in it is right; the speaker does, who hears the same.
 *
 * <p>Who comes and goes, and what a game in the room tells, is not looked at.
 */
final class ChatConnection extends LoadConnection {
    private static final String PASSWORD = "load";

    private final PacketEncoder encoder;
    private final PacketDecoder decoder;
    private final ChatMessage message;
    private final ChatRoom room;
    private final int place;
    private final String userId;

    /** How notices of what this user says begin, once it is in the room. */
    private ByteBuf noticeHead = Unpooled.EMPTY_BUFFER;

    /** Messages heard from each user of the room, by place. There once the load starts. */
    private long[] heardFrom = {};

    private long heard;
    private long accepted;

    ChatConnection(
            int index,
            LoadLoop loop,
            BodyFormat format,
            ChatMessage message,
            ChatRoom room,
            String userId) {
        super(index, loop);
        this.encoder = new PacketEncoder(format);
        this.decoder = new PacketDecoder(ChatPackets.CATALOG.toClient(), format);
        this.message = message;
        this.room = room;
        this.place = room.add(this);
        this.userId = userId;
    }

    @Override
    void onConnected() {
        send(LoginRequest.of(userId, PASSWORD));
    }

    /** For the few packets before the load: whole packets, and a flush for each. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whether it arrives, the response tells.
    private void send(Packet packet) {
        ChannelHandlerContext ctx = context();
        ByteBuf out = ctx.alloc().directBuffer();
        encoder.encode(packet, out);
        ctx.writeAndFlush(out, ctx.voidPromise());
    }

    @Override
    void start(Pace pace) {
        heardFrom = new long[room.size()];
        super.start(pace);
    }

    @Override
    int messageSize() {
        return message.size();
    }

    @Override
    void append(ByteBuf out, long intendedAt, long sequence) {
        message.append(out, intendedAt, place, sequence);
    }

    @Override
    @Nullable String onFrame(ByteBuf frame, int id, int size) {
        if (id == RoomChatNotify.TYPE.id()) {
            return onNotice(frame, size);
        } else if (id == RoomChatResponse.TYPE.id()) {
            return onResponse(frame, size);
        } else if (id == LoginResponse.TYPE.id() || id == RoomEnterResponse.TYPE.id()) {
            return onEntering(decode(frame, size));
        } else if (decode(frame, size) instanceof ErrorNotify error) {
            return explain(new Result(error.code()));
        }
        return null;
    }

    /** For what is rare, or wrong. */
    private Received decode(ByteBuf frame, int size) {
        return decoder.decode(frame.slice(frame.readerIndex(), size));
    }

    private @Nullable String onEntering(Received received) {
        if (received instanceof LoginResponse login && login.result().isSuccess()) {
            send(new RoomEnterRequest(room.number()));
        } else if (received instanceof RoomEnterResponse enter && enter.result().isSuccess()) {
            noticeHead = message.noticeHead(enter.roomUserId());
            ready();
        } else if (received instanceof LoginResponse login) {
            return "can't log in: " + login.result();
        } else if (received instanceof RoomEnterResponse enter) {
            return "can't enter room " + room.number() + ": " + enter.result();
        } else {
            return "what the server sent can't be read: " + received;
        }
        return null;
    }

    private @Nullable String onNotice(ByteBuf notice, int size) {
        String problem = message.problem(notice, size);
        if (problem != null) {
            return problem;
        }
        int speaker = message.place(notice);
        if (speaker >= heardFrom.length) {
            return "somebody talks who is not of this load";
        }
        if (!message.hasSequence(notice, heardFrom[speaker])) {
            return "another message came instead of number " + heardFrom[speaker] + " of a user";
        }
        if (speaker == place) {
            if (!ChatMessage.beginsWith(noticeHead, notice)) {
                return "a notice names the wrong speaker";
            }
            if (!isNextAnswer(message.intendedAt(notice))) {
                return ChatMessage.NOT_WHAT_WAS_SENT;
            }
            onAnswered();
        }
        heardFrom[speaker]++;
        heard++;
        onHeard(message.intendedAt(notice));
        return null;
    }

    private @Nullable String onResponse(ByteBuf frame, int size) {
        if (message.isAccepted(frame, size)) {
            accepted++;
            return null;
        }
        Received received = decode(frame, size);
        return received instanceof RoomChatResponse response
                ? "a message was refused: " + response.result()
                : "what the server sent can't be read: " + received;
    }

    /** Notices that are missing here, whoever has said it, and responses. */
    @Override
    long unanswered(long now) {
        return room.owed(now) - heard + owed(now) - accepted;
    }
}
