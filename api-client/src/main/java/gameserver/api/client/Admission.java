package gameserver.api.client;

import gameserver.net.packet.ErrorCode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether somebody may log in.
 *
 * @param refusal why not; empty for who may
 * @param room where a place is kept for who may, if one is
 */
public record Admission(Optional<ErrorCode> refusal, OptionalInt room) {
    /** May log in. */
    public static final Admission GRANTED = new Admission(Optional.empty(), OptionalInt.empty());

    /** May log in, and has a place in a room. */
    public static Admission grantedWith(int room) {
        return new Admission(Optional.empty(), OptionalInt.of(room));
    }

    /** May not. */
    public static Admission refused(ErrorCode refusal) {
        return new Admission(Optional.of(refusal), OptionalInt.empty());
    }
}
