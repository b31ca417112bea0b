package gameserver.chat2.shared;

import gameserver.chat.ChatOptions;
import gameserver.chat.Member;
import gameserver.chat.Room;
import gameserver.chat.User;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat2.Rooms;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rooms of all servers, as this one sees them. */
final class SharedRooms implements Rooms {
    private final int firstNumber;
    private final List<SharedRoom> rooms;
    private final Supplier<@Nullable Link> link;

    SharedRooms(ChatOptions options, List<LogicExecutor> logics, Supplier<@Nullable Link> link) {
        this.firstNumber = options.roomStart();
        this.link = link;
        this.rooms =
                IntStream.range(0, options.rooms())
                        .mapToObj(
                                i ->
                                        new Room(
                                                firstNumber + i,
                                                options.roomSize(),
                                                logics.get(i % logics.size())))
                        .map(SharedRoom::new)
                        .toList();
    }

    /** Posts something to each room, in order with everything that is posted from this thread. */
    void forEach(Consumer<SharedRoom> task) {
        rooms.forEach(room -> room.logic().execute(() -> task.accept(room)));
    }

    /** Posts something to one room. */
    void post(int number, Consumer<SharedRoom> task) {
        SharedRoom room = find(number);
        if (room != null) {
            room.logic().execute(() -> task.accept(room));
        }
    }

    @Nullable SharedRoom find(int number) {
        long index = (long) number - firstNumber;
        return index >= 0 && index < rooms.size() ? rooms.get((int) index) : null;
    }

    private SharedRoom of(User user) {
        return rooms.get(user.memberInRoom().room().number() - firstNumber);
    }

    @Override
    public int inUse() {
        return (int) rooms.stream().filter(SharedRoom::isInUse).count();
    }

    @Override
    public void onEnter(User user, RoomEnterRequest request) {
        SharedRoom room = find(request.roomNumber());
        if (user.member() != null) {
            user.refuse(request, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (request.roomNumber() == RoomEnterRequest.ANY_ROOM) {
            enterAny(user, request);
        } else if (room == null) {
            user.refuse(request, ErrorCode.ROOM_INVALID_NUMBER);
        } else {
            goInto(room, user);
        }
    }

    /** A place is reserved, so that it is still there when the session has come to its thread. */
    private void enterAny(User user, RoomEnterRequest request) {
        Link link = this.link.get();
        if (link == null) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
            return;
        }
        Reply.await(
                link.call(Script.RESERVE, user.id()),
                user,
                request,
                reserved -> goInto(reserved.value(), user));
    }

    /** Into a room in which there is a place for the user. */
    void goInto(long number, User user) {
        goInto(rooms.get((int) (number - firstNumber)), user);
    }

    private static void goInto(SharedRoom room, User user) {
        user.session().continueOn(room.logic(), () -> room.enter(user));
    }

    @Override
    public void onLeave(User user, RoomLeaveRequest request) {
        user.session()
                .await(
                        leave(user),
                        (left, failure) -> user.send(new RoomLeaveResponse(Result.SUCCESS)));
    }

    /** Leaves the room, if the user is in one. Completes when that is done. */
    CompletionStage<Void> leave(User user) {
        Member member = user.member();
        return member == null ? CompletableFuture.completedStage(null) : of(user).leave(user);
    }

    @Override
    public void onChat(User user, RoomChatRequest request) {
        of(user).chat(user, request);
    }

    @Override
    public void onRelay(User user, RoomRelayRequest request) {
        of(user).relay(user, request);
    }
}
