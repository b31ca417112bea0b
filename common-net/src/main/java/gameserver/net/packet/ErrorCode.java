package gameserver.net.packet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why a request failed, or why a connection ends: the codes of docs/protocol.md. */
public enum ErrorCode {
    PACKET_DECODING_FAIL(51),
    NOT_LOGGED_IN(52),
    UNKNOWN_PACKET_ID(53),
    NOT_IN_ROOM(54),
    UNSUPPORTED_PACKET_TYPE(55),
    LOGIN_TIMEOUT(61),
    TOO_MANY_REQUESTS(62),
    HEARTBEAT_TIMEOUT(63),
    SERVER_DRAINING(64),
    SLOW_CONSUMER(65),
    LOGGED_IN_ELSEWHERE(66),
    SERVER_FULL(67),
    LOGIN_DUPLICATE(111),
    LOGIN_INVALID_ID(112),
    LOGIN_REJECTED(113),
    LOGIN_UNAVAILABLE(114),
    ROOM_INVALID_NUMBER(122),
    ENTER_ROOM_ALREADY(131),
    ENTER_ROOM_FULL(134),
    ENTER_ROOM_NONE_FREE(137),
    CHAT_MESSAGE_LENGTH(151),
    RELAY_EMPTY(161),
    GAME_START_INVALID_STATE(171),
    GAME_START_NOT_ENOUGH_USERS(172),
    GAME_START_NOT_HOST(173),
    BET_MALFORMED(181),
    BET_INVALID_STATE(182),
    BET_INVALID_SIDE(183),
    BET_SAME_SIDE(184),
    BET_INVALID_AMOUNT(185),
    BET_NOT_ENOUGH_BALANCE(186),
    WHISPER_USER_NOT_FOUND(191),
    WHISPER_MESSAGE_LENGTH(192),
    WHISPER_SELF(193),
    INVITE_USER_NOT_FOUND(195),
    INVITE_SELF_OR_SAME_ROOM(196),
    INVITE_NOT_FOUND(197),
    INVITE_TOO_MANY(198);

    private static final Map<Integer, ErrorCode> BY_NUMBER = new HashMap<>();

    static {
        for (ErrorCode code : values()) {
            BY_NUMBER.put(code.number, code);
        }
    }

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    public static Optional<ErrorCode> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
