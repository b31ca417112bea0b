package gameserver.chat2;

import gameserver.chat.DuplicateLogin;
import gameserver.chat.User;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;

/** The lobby of one server. */
final class LocalLobby implements Lobby {
    private final DuplicateLogin duplicateLogin;
    private final Users users;
    private final LocalRooms rooms;
    private final LocalInvitations invitations;

    LocalLobby(
            DuplicateLogin duplicateLogin,
            Users users,
            LocalRooms rooms,
            LocalInvitations invitations) {
        this.duplicateLogin = duplicateLogin;
        this.users = users;
        this.rooms = rooms;
        this.invitations = invitations;
    }

    @Override
    public int users() {
        return users.count();
    }

    @Override
    public void logIn(User user, String id, LoginRequest request) {
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

    /** The id goes before the invitations, so that nobody can add one behind their end. */
    @Override
    public void logOut(User user) {
        if (user.isLoggedIn()) {
            rooms.leave(user);
            users.release(user.id(), user);
            invitations.endAllOf(user);
            user.logOut();
        }
    }

    @Override
    public void onWhisper(User user, WhisperRequest request) {
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
