package gameserver.api.client;

import gameserver.net.packet.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who may log in. */
public interface Passwords {
    /** Everybody may, with any password. */
    Passwords ANY = (id, password) -> CompletableFuture.completedStage(Admission.GRANTED);

    /**
     * Whether the user {@code id} may log in with {@code password}. Never fails, and takes a second
     * at most. Called on a logic thread, which does not wait for it.
     */
    CompletionStage<Admission> check(String id, Bytes password);
}
