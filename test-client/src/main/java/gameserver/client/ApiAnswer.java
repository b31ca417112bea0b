package gameserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import java.util.Optional;

/**
 * What the API server has answered.
 *
 * @param retryAfter after how many seconds it wants to be asked again
 */
record ApiAnswer(int status, JsonNode body, Optional<String> retryAfter) {

    /**
     * A way into a game.
     *
     * @param token the password for the next login there, and only for that
     */
    record GameLogin(String token, HostPort address) {}

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The way into a game that it tells, if it tells one. */
    Optional<GameLogin> gameLogin() {
        JsonNode token = body.path("token");
        JsonNode host = body.path("server").path("host");
        JsonNode port = body.path("server").path("port");
        boolean isWhole =
                token.isTextual()
                        && Bytes.utf8(token.textValue()).size() <= LoginRequest.SIZE
                        && host.isTextual()
                        && port.canConvertToInt()
                        && port.intValue() > 0
                        && port.intValue() <= 65535;
        return isWhole
                ? Optional.of(
                        new GameLogin(
                                token.textValue(), new HostPort(host.textValue(), port.intValue())))
                : Optional.empty();
    }

    /** Why it says no, and what to do about it: {@code 409 the user id is taken; ...}. */
    String refusal() {
        JsonNode detail = body.path("detail");
        String reason = detail.isTextual() ? detail.textValue() : "without a reason";
        String advice = advice();
        return status + " " + TerminalText.escape(reason) + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** Empty where the reason says it all. */
    private String advice() {
        return switch (status) {
            case 401 -> "'register' opens an account";
            case 404, 405 -> "is that an API server?";
            case 409 -> "take another, or say 'api-login' if it is yours";
            case 429, 503 -> "try again " + retryAfter.map(ApiAnswer::inSeconds).orElse("later");
            default -> "";
        };
    }

    private static String inSeconds(String seconds) {
        return seconds.matches("[0-9]{1,9}") ? "in " + seconds + " s" : "later";
    }
}
