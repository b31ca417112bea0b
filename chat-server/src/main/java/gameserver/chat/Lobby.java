package gameserver.chat;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;

/** How users come and go, and what they can do without a room. Belongs to the logic thread. */
public final class Lobby {
    private final DuplicateLogin duplicateLogin;
    private final Users users;
    private final Invitations invitations;

    Lobby(DuplicateLogin duplicateLogin, Users users, Invitations invitations) {
        this.duplicateLogin = duplicateLogin;
        this.users = users;
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

    /** Logs in who may have that id, as far as nobody else has it now. */
    public void logIn(User user, String id, LoginRequest request) {
        User older = users.find(id);
        if (older != null && duplicateLogin == DuplicateLogin.REJECT) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else {
            if (older != null) {
                logOut(older);
                older.close(CloseReason.LOGGED_IN_ELSEWHERE);
            }
            user.logIn(id);
            users.add(user);
            user.send(new LoginResponse(Result.SUCCESS));
        }
    }

    /** Ends everything that {@code user} has begun here, if there was a login at all. */
    void logOut(User user) {
        if (user.isLoggedIn()) {
            user.leaveRoom();
            invitations.endAllOf(user);
            users.remove(user);
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
