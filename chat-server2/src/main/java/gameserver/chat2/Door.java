package gameserver.chat2;

import gameserver.chat.User;
import gameserver.chat.UserId;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.packet.ErrorCode;

/** Where users ask to be let in. Any logic thread may call it. */
final class Door {
    private final Passwords passwords;
    private final Lobby lobby;

    Door(Passwords passwords, Lobby lobby) {
        this.passwords = passwords;
        this.lobby = lobby;
    }

    void onLogin(User user, LoginRequest request) {
        String id = UserId.parse(request.userId());
        if (user.isLoggedIn()) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else if (id == null) {
            user.refuse(request, ErrorCode.LOGIN_INVALID_ID);
        } else {
            checkPassword(user, id, request);
        }
    }

    private void checkPassword(User user, String id, LoginRequest request) {
        user.session()
                .await(
                        passwords.check(id, request),
                        (right, failure) -> {
                            if (right == null) {
                                user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
                            } else if (!right) {
                                user.refuse(request, ErrorCode.LOGIN_REJECTED);
                            } else {
                                lobby.logIn(user, id, request);
                            }
                        });
    }
}
