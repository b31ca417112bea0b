package gameserver.chat;

import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All rooms, and what users ask of them. Belongs to the logic thread. */
final class Rooms {
    private final LogicExecutor logic;
    private final int firstNumber;
    private final List<Room> rooms;

    Rooms(ChatOptions options, RoomListener listener, LogicExecutor logic) {
        this.logic = logic;
        this.firstNumber = options.roomStart();
        this.rooms =
                IntStream.range(0, options.rooms())
                        .mapToObj(
                                i -> new Room(firstNumber + i, options.roomSize(), logic, listener))
                        .toList();
    }

    /** Users in all rooms. */
    int members() {
        logic.requireCurrent(this);
        return rooms.stream().mapToInt(Room::members).sum();
    }

    void onEnter(User user, RoomEnterRequest request) {
        logic.requireCurrent(this);
        boolean any = request.roomNumber() == RoomEnterRequest.ANY_ROOM;
        Room room = any ? findPlaceFor(user) : find(request.roomNumber());
        if (user.member() != null) {
            user.refuse(request, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (room == null) {
            user.refuse(
                    request, any ? ErrorCode.ENTER_ROOM_NONE_FREE : ErrorCode.ROOM_INVALID_NUMBER);
        } else if (!room.hasPlaceFor(user)) {
            user.refuse(request, ErrorCode.ENTER_ROOM_FULL);
        } else {
            user.enter(room);
        }
    }

    private @Nullable Room find(int number) {
        long index = (long) number - firstNumber;
        return index >= 0 && index < rooms.size() ? rooms.get((int) index) : null;
    }

    /** The first room with a free place, so that those who don't mind where meet each other. */
    private @Nullable Room findPlaceFor(User user) {
        return rooms.stream().filter(room -> room.hasPlaceFor(user)).findFirst().orElse(null);
    }

    void onLeave(User user, RoomLeaveRequest request) {
        logic.requireCurrent(this);
        user.leaveRoom();
        user.send(new RoomLeaveResponse(Result.SUCCESS));
    }

    void onChat(User user, RoomChatRequest request) {
        Member speaker = user.memberInRoom();
        speaker.room().chat(speaker, request.message());
        user.send(new RoomChatResponse(Result.SUCCESS));
    }

    void onRelay(User user, RoomRelayRequest request) {
        Member sender = user.memberInRoom();
        sender.room().relay(sender, request.payload());
    }
}
