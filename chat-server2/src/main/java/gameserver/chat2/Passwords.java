package gameserver.chat2;

import gameserver.chat.packet.LoginRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who may log in. */
public interface Passwords {
    /** Everybody may, with any password. */
    Passwords ANY = (id, request) -> CompletableFuture.completedStage(true);

    /**
     * Whether the password of {@code request} is right for {@code id}. Fails when that can't be
     * found out, within a second at most. Called on a logic thread, which does not wait for it.
     */
    CompletionStage<Boolean> check(String id, LoginRequest request);
}
