package gameserver.baccarat;

import gameserver.api.client.Admission;
import gameserver.api.client.Passwords;
import gameserver.baccarat.chips.Wallet;
import gameserver.chat.Lobby;
import gameserver.chat.User;
import gameserver.chat.UserId;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.wallet.Balance;
import org.jspecify.annotations.Nullable;

/** Where users ask to be let in: first for the password, then for the chips. Logic thread. */
final class Door {
    private final Passwords passwords;
    private final Wallet wallet;
    private final Lobby lobby;
    private final Players players;
    private final MatchRooms matchRooms;

    Door(Passwords passwords, Wallet wallet, Lobby lobby, Players players, MatchRooms matchRooms) {
        this.passwords = passwords;
        this.wallet = wallet;
        this.lobby = lobby;
        this.players = players;
        this.matchRooms = matchRooms;
    }

    void onLogin(User user, LoginRequest request) {
        String id = UserId.parse(request.userId());
        if (user.isLoggedIn()) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else if (id == null) {
            user.refuse(request, ErrorCode.LOGIN_INVALID_ID);
        } else {
            user.session()
                    .await(
                            passwords.check(id, request.password()),
                            (admission, bug) -> onChecked(user, id, request, admission));
        }
    }

    private void onChecked(
            User user, String id, LoginRequest request, @Nullable Admission admission) {
        if (admission == null) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
        } else if (admission.refusal().isPresent()) {
            user.refuse(request, admission.refusal().get());
        } else {
            players.expect(id);
            user.session()
                    .await(
                            wallet.open(id),
                            (balance, failure) -> onOpened(user, id, request, admission, balance));
        }
    }

    private void onOpened(
            User user,
            String id,
            LoginRequest request,
            Admission admission,
            @Nullable Balance balance) {
        if (balance == null) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
        } else {
            players.setBalance(id, balance);
            lobby.logIn(user, id, request);
        }
        players.arrive(id, user.isLoggedIn() ? user : null);
        if (user.isLoggedIn()) {
            admission.room().ifPresent(room -> matchRooms.welcome(id, room));
        }
    }
}
