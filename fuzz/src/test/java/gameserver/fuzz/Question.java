package gameserver.fuzz;

import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.session.SessionState;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A frame that the server has been sent, and what may be said to it. */
record Question(Received frame) {
    private static final Set<PacketType<?>> BEFORE_LOGIN =
            Set.of(Echo.TYPE, PingRequest.TYPE, LoginRequest.TYPE);

    private static final Set<PacketType<?>> IN_ROOM =
            Set.of(
                    RoomLeaveRequest.TYPE,
                    RoomChatRequest.TYPE,
                    RoomRelayRequest.TYPE,
                    InviteRequest.TYPE,
                    GameStartRequest.TYPE,
                    GameBetRequest.TYPE);

    /**
     * Whether {@code answer} is one, from a server to which the client is in {@code state}.
     *
     * @param onTheWire what is heard of a packet that was sent
     */
    boolean isAnsweredBy(Packet answer, SessionState state, Function<Packet, Received> onTheWire) {
        Packet refusal = refusal(state);
        if (refusal != null) {
            return answer.equals(onTheWire.apply(refusal));
        }
        Packet packet = (Packet) frame;
        if (packet instanceof Echo) {
            return answer.equals(packet);
        }
        if (packet instanceof PingRequest ping) {
            return answer.equals(new PingResponse(ping.number()));
        }
        if (packet instanceof RoomRelayRequest relay) {
            return answer instanceof RoomRelayNotify relayed
                    && relayed.payload().equals(relay.payload());
        }
        return answer.getClass() == packet.type().refuse(ErrorCode.NOT_IN_ROOM).getClass();
    }

    /** What has to be said whatever the server thinks of it, in the order of docs/protocol.md. */
    private @Nullable Packet refusal(SessionState state) {
        PacketType<?> type =
                frame instanceof UndecodablePacket bad ? bad.type() : ((Packet) frame).type();
        if (type == null) {
            return ErrorNotify.of(((UndecodablePacket) frame).error());
        }
        if (!state.includes(SessionState.LOGGED_IN) && !BEFORE_LOGIN.contains(type)) {
            return ErrorNotify.of(ErrorCode.NOT_LOGGED_IN);
        }
        if (!state.includes(SessionState.IN_ROOM) && IN_ROOM.contains(type)) {
            return type.refuse(ErrorCode.NOT_IN_ROOM);
        }
        return frame instanceof UndecodablePacket bad ? type.refuse(bad.error()) : null;
    }
}
