package gameserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import gameserver.api.client.ApiResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import java.util.Optional;

/** An answer of the API server, in the words in which it is shown. */
record ApiAnswer(ApiResponse response) {

    /**
     * A way into a game.
     *
     * @param token the password for the next login there, and only for that
     */
    record GameLogin(String token, HostPort address) {}

    /** A way to a table of a game. */
    record Seat(GameLogin login, int room) {}

    boolean isSuccess() {
        return response.isSuccess();
    }

    /** The way into a game that it tells, if it tells one. */
    Optional<GameLogin> gameLogin() {
        JsonNode token = response.body().path("token");
        JsonNode host = response.body().path("server").path("host");
        JsonNode port = response.body().path("server").path("port");
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

    /** The way to a table that it tells, if it tells one. */
    Optional<Seat> seat() {
        JsonNode room = response.body().path("room");
        return room.isInt()
                ? gameLogin().map(login -> new Seat(login, room.intValue()))
                : Optional.empty();
    }

    /** The value of a name, if there is a text. */
    Optional<String> text(String name) {
        return Optional.ofNullable(response.body().path(name).textValue());
    }

    /** Why it says no, and what to do about it: {@code 409 the user id is taken; ...}. */
    String refusal() {
        return refusal("'register' opens an account");
    }

    /** The same, where {@code whenUnauthorized} is what to do about a 401. */
    String refusal(String whenUnauthorized) {
        String advice = advice(whenUnauthorized);
        return response.status()
                + " "
                + TerminalText.escape(response.detail())
                + (advice.isEmpty() ? "" : "; " + advice);
    }

    /** Empty where the reason says it all. */
    private String advice(String whenUnauthorized) {
        return switch (response.status()) {
            case 401 -> whenUnauthorized;
            case 404, 405 -> "is that an API server?";
            case 409 -> "take another, or say 'api-login' if it is yours";
            case 429, 503 ->
                    "try again " + response.retryAfter().map(ApiAnswer::inSeconds).orElse("later");
            default -> "";
        };
    }

    private static String inSeconds(String seconds) {
        return seconds.matches("[0-9]{1,9}") ? "in " + seconds + " s" : "later";
    }
}
