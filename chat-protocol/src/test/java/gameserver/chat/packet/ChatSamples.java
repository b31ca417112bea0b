package gameserver.chat.packet;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType.Direction;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Result;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Packets of every type, with the values at which something may go wrong. */
public final class ChatSamples {
    private static final String HANGUL = "안녕 👋";
    private static final String LONGEST_ID = "x".repeat(255);
    private static final String LONGEST_MESSAGE = "안".repeat(42);

    private static final List<Packet> COMMON =
            List.of(
                    new Echo(Bytes.of()),
                    new Echo(Bytes.utf8("hello")),
                    new PingRequest(null),
                    new PingRequest((short) 7),
                    new PingResponse(null),
                    new PingResponse((short) -2),
                    ErrorNotify.of(ErrorCode.RELAY_EMPTY));

    private static final List<Packet> ROOM =
            List.of(
                    LoginRequest.of("alice", "pw"),
                    LoginRequest.of("", ""),
                    LoginRequest.of("0123456789abcdef", "fedcba9876543210"),
                    new LoginRequest(Bytes.of((byte) -1), Bytes.of((byte) 0, (byte) 1)),
                    new LoginResponse(Result.SUCCESS),
                    new LoginResponse(Result.of(ErrorCode.LOGIN_DUPLICATE)),
                    new RoomEnterRequest(0),
                    new RoomEnterRequest(RoomEnterRequest.ANY_ROOM),
                    new RoomEnterRequest(Integer.MAX_VALUE),
                    new RoomEnterResponse(Result.SUCCESS, 3, Long.MIN_VALUE),
                    RoomEnterResponse.failed(ErrorCode.ENTER_ROOM_FULL),
                    new RoomUserListNotify(List.of()),
                    new RoomUserListNotify(
                            List.of(new RoomUser(1, "alice"), new RoomUser(-1, HANGUL))),
                    new RoomUserListNotify(Collections.nCopies(255, new RoomUser(7, "bob"))),
                    new RoomNewUserNotify(2, "bob"),
                    new RoomNewUserNotify(Long.MAX_VALUE, LONGEST_ID),
                    new RoomLeaveRequest(),
                    new RoomLeaveResponse(Result.SUCCESS),
                    new RoomLeaveUserNotify(2),
                    new RoomChatRequest("x"),
                    new RoomChatRequest(HANGUL),
                    new RoomChatRequest(LONGEST_MESSAGE),
                    new RoomChatResponse(Result.of(ErrorCode.CHAT_MESSAGE_LENGTH)),
                    new RoomChatNotify(1, HANGUL),
                    new RoomChatNotify(1, LONGEST_MESSAGE),
                    new RoomRelayRequest(Bytes.of((byte) 0)),
                    new RoomRelayRequest(Bytes.of(new byte[1000])),
                    new RoomRelayNotify(1, Bytes.of((byte) -1, (byte) 0)));

    private static final List<Packet> WHISPERS_AND_INVITATIONS =
            List.of(
                    new WhisperRequest("bob", HANGUL),
                    new WhisperRequest("", "\uFFFD"),
                    new WhisperRequest(LONGEST_ID, LONGEST_MESSAGE),
                    new WhisperResponse(Result.of(ErrorCode.WHISPER_SELF)),
                    new WhisperNotify("alice", "psst"),
                    new InviteRequest("bob"),
                    new InviteRequest(""),
                    new InviteRequest(HANGUL),
                    new InviteResponse(Result.SUCCESS, 9),
                    InviteResponse.failed(ErrorCode.INVITE_TOO_MANY),
                    new InviteNotify(9, 3, "alice"),
                    new InviteAnswerRequest(9, true),
                    new InviteAnswerRequest(-1, false),
                    new InviteAnswerResponse(Result.SUCCESS),
                    new InviteAnswerNotify(9, true, "bob"),
                    new InviteAnswerNotify(9, false, HANGUL));

    private ChatSamples() {}

    public static Stream<Packet> all() {
        return Stream.of(COMMON, ROOM, WHISPERS_AND_INVITATIONS).flatMap(List::stream);
    }

    public static Stream<Packet> toServer() {
        return all().filter(packet -> packet.type().direction() != Direction.TO_CLIENT);
    }
}
