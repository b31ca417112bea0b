package gameserver.net.packet;

import java.util.Optional;

/**
 * What has become of a request: success, or the number of an error.
 *
 * @param code 1 for success, else a number of {@link ErrorCode} or one that only a newer server
 *     knows. Formats may write success as another number; see {@link BodyWriter#result}
 */
public record Result(int code) {
    public static final Result SUCCESS = new Result(1);

    public static Result of(ErrorCode error) {
        return new Result(error.number());
    }

    public boolean isSuccess() {
        return code == SUCCESS.code;
    }

    /** The error, when there is one and this program knows it. */
    public Optional<ErrorCode> error() {
        return ErrorCode.of(code);
    }

    /** The number and the name, as {@code 54 NOT_IN_ROOM}. */
    @Override
    public String toString() {
        return isSuccess() ? code + " SUCCESS" : code + error().map(e -> " " + e).orElse("");
    }
}
