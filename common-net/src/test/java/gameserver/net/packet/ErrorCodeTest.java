package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeTest {
    /** The codes of games are not here: a code comes with the packets that tell it. */
    @Test
    void hasTheNumbersOfTheProtocol() {
        Map<String, Integer> numbers =
                Arrays.stream(ErrorCode.values())
                        .collect(Collectors.toMap(ErrorCode::name, ErrorCode::number));

        assertEquals(
                Map.ofEntries(
                        Map.entry("PACKET_DECODING_FAIL", 51),
                        Map.entry("NOT_LOGGED_IN", 52),
                        Map.entry("UNKNOWN_PACKET_ID", 53),
                        Map.entry("NOT_IN_ROOM", 54),
                        Map.entry("UNSUPPORTED_PACKET_TYPE", 55),
                        Map.entry("LOGIN_TIMEOUT", 61),
                        Map.entry("TOO_MANY_REQUESTS", 62),
                        Map.entry("HEARTBEAT_TIMEOUT", 63),
                        Map.entry("SERVER_DRAINING", 64),
                        Map.entry("SLOW_CONSUMER", 65),
                        Map.entry("LOGGED_IN_ELSEWHERE", 66),
                        Map.entry("SERVER_FULL", 67),
                        Map.entry("LOGIN_DUPLICATE", 111),
                        Map.entry("LOGIN_INVALID_ID", 112),
                        Map.entry("LOGIN_REJECTED", 113),
                        Map.entry("LOGIN_UNAVAILABLE", 114),
                        Map.entry("ROOM_INVALID_NUMBER", 122),
                        Map.entry("ENTER_ROOM_ALREADY", 131),
                        Map.entry("ENTER_ROOM_FULL", 134),
                        Map.entry("ENTER_ROOM_NONE_FREE", 137),
                        Map.entry("CHAT_MESSAGE_LENGTH", 151),
                        Map.entry("RELAY_EMPTY", 161),
                        Map.entry("GAME_START_INVALID_STATE", 171),
                        Map.entry("GAME_START_NOT_ENOUGH_USERS", 172),
                        Map.entry("GAME_START_NOT_HOST", 173),
                        Map.entry("BET_MALFORMED", 181),
                        Map.entry("BET_INVALID_STATE", 182),
                        Map.entry("BET_INVALID_SIDE", 183),
                        Map.entry("BET_SAME_SIDE", 184),
                        Map.entry("BET_INVALID_AMOUNT", 185),
                        Map.entry("BET_NOT_ENOUGH_BALANCE", 186),
                        Map.entry("WHISPER_USER_NOT_FOUND", 191),
                        Map.entry("WHISPER_MESSAGE_LENGTH", 192),
                        Map.entry("WHISPER_SELF", 193),
                        Map.entry("INVITE_USER_NOT_FOUND", 195),
                        Map.entry("INVITE_SELF_OR_SAME_ROOM", 196),
                        Map.entry("INVITE_NOT_FOUND", 197),
                        Map.entry("INVITE_TOO_MANY", 198)),
                numbers);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsNumber(ErrorCode code) {
        assertEquals(Optional.of(code), ErrorCode.of(code.number()));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 50, 56, 138, 194, 199, 65587})
    void anUnknownNumberIsNoCode(int number) {
        assertEquals(Optional.empty(), ErrorCode.of(number));
    }
}
