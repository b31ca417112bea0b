package gameserver.chat2;

import gameserver.chat.DuplicateLogin;
import gameserver.chat.User;
import gameserver.chat.UserId;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;

/** How users come and go, and what they can do without a room. Any logic thread may call it. */
final class Lobby {
    private final DuplicateLogin duplicateLogin;
    private final Users users;
    private final Rooms rooms;
    private final Invitations invitations;

    Lobby(DuplicateLogin duplicateLogin, Users users, Rooms rooms, Invitations invitations) {
        this.duplicateLogin = duplicateLogin;
        this.users = users;
        this.rooms = rooms;
        this.invitations = invitations;
    }

    void onLogin(User user, LoginRequest request) {
        String id = UserId.parse(request.userId());
        if (user.isLoggedIn()) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else if (id == null) {
            user.refuse(request, ErrorCode.LOGIN_INVALID_ID);
        } else {
            logIn(user, id, request);
        }
    }

    private void logIn(User user, String id, LoginRequest request) {
        User older = users.claim(id, user);
        if (older == null) {
            user.logIn(id);
            user.send(new LoginResponse(Result.SUCCESS));
        } else if (duplicateLogin == DuplicateLogin.REJECT) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else {
            older.close(CloseReason.LOGGED_IN_ELSEWHERE);
            user.session()
                    .await(users.released(id, older), (gone, failure) -> logIn(user, id, request));
        }
    }

    /**
     * Ends everything that {@code user} has begun here, if there was a login at all. The id goes
     * before the invitations, so that nobody can add one behind their end.
     */
    void logOut(User user) {
        if (user.isLoggedIn()) {
            rooms.leave(user);
            users.release(user.id(), user);
            invitations.endAllOf(user);
            user.logOut();
        }
    }

    void onWhisper(User user, WhisperRequest request) {
        User receiver = users.find(request.userId());
        if (receiver == null) {
            user.refuse(request, ErrorCode.WHISPER_USER_NOT_FOUND);
        } else if (receiver == user) {
            user.refuse(request, ErrorCode.WHISPER_SELF);
        } else {
            receiver.send(new WhisperNotify(user.id(), request.message()));
            user.send(new WhisperResponse(Result.SUCCESS));
        }
    }
}
