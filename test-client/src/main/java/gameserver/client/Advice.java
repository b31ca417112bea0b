package gameserver.client;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;

/** Error codes in words: what has happened, or what to do about it. */
final class Advice {
    private Advice() {}

    /** As {@code 54 NOT_IN_ROOM, say 'enter' first}; a code that is not known is just a number. */
    static String on(Result result) {
        return result + result.error().map(error -> ", " + words(error)).orElse("");
    }

    private static String words(ErrorCode error) {
        return switch (error) {
            case PACKET_DECODING_FAIL -> "the server can't read that packet";
            case NOT_LOGGED_IN -> "say 'login NAME' first";
            case UNKNOWN_PACKET_ID -> "this server does not know that packet";
            case NOT_IN_ROOM -> "say 'enter' first";
            case UNSUPPORTED_PACKET_TYPE -> "the server takes no compressed or encrypted packets";
            case LOGIN_TIMEOUT -> "it took too long to log in; say 'connect' and 'login NAME'";
            case TOO_MANY_REQUESTS -> "slow down, or the server closes the connection";
            case HEARTBEAT_TIMEOUT -> "nothing was sent for too long; say 'connect'";
            case SERVER_DRAINING -> "the server is stopping";
            case SLOW_CONSUMER -> "this client reads too slowly";
            case LOGGED_IN_ELSEWHERE -> "somebody has logged in with your name";
            case SERVER_FULL -> "the server is full, try again later";
            case LOGIN_DUPLICATE -> "this name is logged in, or you are already";
            case LOGIN_INVALID_ID -> "a name has 1 to 16 bytes of UTF-8, no control characters";
            case LOGIN_REJECTED ->
                    "the password is wrong or has expired; on a server with accounts say"
                            + " 'api-login NAME PASSWORD'";
            case LOGIN_UNAVAILABLE -> "the login service does not answer, try again later";
            case ROOM_INVALID_NUMBER -> "there is no such room; 'enter' alone finds one";
            case ENTER_ROOM_ALREADY -> "you are in a room; say 'leave' first";
            case ENTER_ROOM_FULL -> "the room is full; 'enter' alone finds another";
            case ENTER_ROOM_NONE_FREE -> "all rooms are full, try again later";
            case CHAT_MESSAGE_LENGTH, WHISPER_MESSAGE_LENGTH ->
                    "a message has 1 to 126 bytes, a Hangul syllable takes 3";
            case RELAY_EMPTY -> "there is nothing to relay";
            case GAME_START_INVALID_STATE -> "a round is running; wait for its end";
            case GAME_START_NOT_ENOUGH_USERS -> "there are too few at the table";
            case GAME_START_NOT_HOST -> "only who has been at the table longest starts";
            case BET_MALFORMED -> "the server can't read that bet";
            case BET_INVALID_STATE -> "no bets are taken now, or none of yours in this round";
            case BET_INVALID_SIDE -> "bet on player, banker or tie";
            case BET_SAME_SIDE -> "that is your bet already";
            case BET_INVALID_AMOUNT -> "that is under or over what this table takes";
            case BET_NOT_ENOUGH_BALANCE -> "you don't have so many chips";
            case WHISPER_USER_NOT_FOUND, INVITE_USER_NOT_FOUND -> "nobody of that name is here";
            case WHISPER_SELF -> "that is yourself";
            case INVITE_SELF_OR_SAME_ROOM -> "you are in the same room already";
            case INVITE_NOT_FOUND -> "the invitation is answered, has expired, or never was";
            case INVITE_TOO_MANY -> "too many of your invitations wait for an answer";
        };
    }
}
