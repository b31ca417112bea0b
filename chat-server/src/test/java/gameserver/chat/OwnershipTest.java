package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.logic.ManualLogic;
import gameserver.net.logic.NotOwnerThreadException;
import gameserver.net.packet.Bytes;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What belongs to the logic thread is not touched on another. */
final class OwnershipTest {
    private final ManualLogic logic = new ManualLogic();
    private final Room room = new Room(1, 2, logic);
    private final User user = new User(new FakeSession(SessionState.LOGGED_IN));

    @Test
    void aRoomIsEnteredOnItsThreadOnly() {
        refusesForeignThreads(() -> room.enter(user));
        refusesForeignThreads(() -> room.leave(new Member(room, 1, user)));
        refusesForeignThreads(() -> room.chat(new Member(room, 1, user), "hi"));
        refusesForeignThreads(() -> room.relay(new Member(room, 1, user), Bytes.of()));
    }

    @Test
    void usersRoomsAndInvitationsAreAskedOnTheirThreadOnly() {
        Chat chat = new Chat(ChatOptions.of(), logic);

        refusesForeignThreads(() -> chat.users.find("alice"));
        refusesForeignThreads(() -> chat.rooms.onEnter(user, new RoomEnterRequest(0)));
        refusesForeignThreads(
                () -> chat.invitations.onAnswer(user, new InviteAnswerRequest(1, true)));
        refusesForeignThreads(() -> chat.invitations.endAllOf(user));
    }

    private static void refusesForeignThreads(Runnable action) {
        CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(action);

        ExecutionException e = Assertions.assertThrows(ExecutionException.class, elsewhere::get);
        assertInstanceOf(NotOwnerThreadException.class, e.getCause());
    }
}
