package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {
    @Test
    void hasTheNumbersOfTheProtocol() {
        Map<String, Integer> numbers =
                Arrays.stream(ErrorCode.values())
                        .filter(code -> code.number() < 100)
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
                        Map.entry("SERVER_FULL", 67)),
                numbers);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsNumber(ErrorCode code) {
        assertEquals(Optional.of(code), ErrorCode.of(code.number()));
    }

    @Test
    void anUnknownNumberIsNoCode() {
        assertEquals(Optional.empty(), ErrorCode.of(1));
    }
}
