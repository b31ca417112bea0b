package gameserver.chat2;

import gameserver.api.client.Passwords;
import gameserver.chat.User;
import gameserver.chat.UserId;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.packet.ErrorCode;
import java.util.Objects;

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
                        passwords.check(id, request.password()),
                        (admission, bug) ->
                                Objects.requireNonNull(admission, "never fails")
                                        .refusal()
                                        .ifPresentOrElse(
                                                error -> user.refuse(request, error),
                                                () -> lobby.logIn(user, id, request)));
    }
}
