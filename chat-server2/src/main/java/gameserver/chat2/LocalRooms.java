package gameserver.chat2;

import gameserver.chat.ChatOptions;
import gameserver.chat.Member;
import gameserver.chat.Room;
import gameserver.chat.User;
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
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All rooms, and what users ask of them. The rooms are shared out among the logic threads in turn;
 * each belongs to its thread for its life.
 *
 * <p>To enter a room, a place is taken first, on whichever thread the session is, and then the
 * session goes to the room's thread and enters there. The places are atomic counters, so no more
 * users are on their way into a room than it holds; and since nothing else of the session is
 * handled on the way, a place that is taken is entered, and left, exactly once.
 */
final class LocalRooms implements Rooms {
    private final int firstNumber;
    private final int size;
    private final List<Room> rooms;

    /** Places of each room that are taken: by members, and by users on their way in. */
    private final AtomicIntegerArray taken;

    LocalRooms(ChatOptions options, List<LogicExecutor> logics) {
        this.firstNumber = options.roomStart();
        this.size = options.roomSize();
        this.taken = new AtomicIntegerArray(options.rooms());
        this.rooms =
                IntStream.range(0, options.rooms())
                        .mapToObj(
                                i -> new Room(firstNumber + i, size, logics.get(i % logics.size())))
                        .toList();
    }

    /** Places that are taken in all rooms; exact only when nobody comes or goes. */
    int takenPlaces() {
        return IntStream.range(0, taken.length()).map(taken::get).sum();
    }

    @Override
    public int inUse() {
        return (int) IntStream.range(0, taken.length()).filter(i -> taken.get(i) > 0).count();
    }

    @Override
    public void onEnter(User user, RoomEnterRequest request) {
        if (user.member() != null) {
            user.refuse(request, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (request.roomNumber() == RoomEnterRequest.ANY_ROOM) {
            enterAny(user, request);
        } else {
            enter(user, request, find(request.roomNumber()));
        }
    }

    private void enterAny(User user, RoomEnterRequest request) {
        Room room = rooms.stream().filter(this::takePlace).findFirst().orElse(null);
        if (room == null) {
            user.refuse(request, ErrorCode.ENTER_ROOM_NONE_FREE);
        } else {
            goInto(room, user);
        }
    }

    private void enter(User user, RoomEnterRequest request, @Nullable Room room) {
        if (room == null) {
            user.refuse(request, ErrorCode.ROOM_INVALID_NUMBER);
        } else if (!takePlace(room)) {
            user.refuse(request, ErrorCode.ENTER_ROOM_FULL);
        } else {
            goInto(room, user);
        }
    }

    private void goInto(Room room, User user) {
        user.session().continueOn(room.logic(), () -> user.enter(room));
    }

    @Nullable Room find(int number) {
        long index = (long) number - firstNumber;
        return index >= 0 && index < rooms.size() ? rooms.get((int) index) : null;
    }

    /** Takes a place for a user who is going to enter; false when there is none. */
    boolean takePlace(Room room) {
        int before = taken.getAndUpdate(index(room), count -> Math.min(count + 1, size));
        return before < size;
    }

    /** Gives back a place that was taken and will not be entered, or was left. */
    void givePlaceBack(Room room) {
        taken.getAndDecrement(index(room));
    }

    private int index(Room room) {
        return room.number() - firstNumber;
    }

    @Override
    public void onLeave(User user, RoomLeaveRequest request) {
        leave(user);
        user.send(new RoomLeaveResponse(Result.SUCCESS));
    }

    /** Leaves the room, if the user is in one, which is a room of this thread then. */
    void leave(User user) {
        Member member = user.member();
        if (member != null) {
            user.leaveRoom();
            givePlaceBack(member.room());
        }
    }

    @Override
    public void onChat(User user, RoomChatRequest request) {
        Member speaker = user.memberInRoom();
        speaker.room().chat(speaker, request.message());
        user.send(new RoomChatResponse(Result.SUCCESS));
    }

    @Override
    public void onRelay(User user, RoomRelayRequest request) {
        Member sender = user.memberInRoom();
        sender.room().relay(sender, request.payload());
    }
}
