package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TableRulesTest {
    @ParameterizedTest
    @CsvSource({
        "100, 100000, 99, false",
        "100, 100000, 100, true",
        "100, 100000, 100000, true",
        "100, 100000, 100001, false",
        "1, 1, 0, false",
        "1, 1, -1, false",
        "1, 1000000000000000, 9223372036854775807, false",
        "1, 1000000000000000, -9223372036854775808, false",
    })
    void limitsAreWithinTheirBounds(long least, long most, long amount, boolean allowed) {
        assertEquals(allowed, new TableLimits(least, most).allows(amount));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "-5, 100", "101, 100", "1, 1000000000000001", "1, 9223372036854775807"})
    void limitsLeaveRoomForABet(long least, long most) {
        assertThrows(IllegalArgumentException.class, () -> new TableLimits(least, most));
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT5S,  PT1S,  PT10S",
        "1, PT0S,  PT1S,  PT10S",
        "1, PT25H, PT1S,  PT10S",
        "1, PT5S,  PT-1S, PT10S",
        "1, PT5S,  PT25H, PT10S",
        "1, PT5S,  PT1S,  PT0S",
        "1, PT5S,  PT1S,  PT25H",
    })
    void refusesRulesThatNoGameCanBePlayedWith(
            int players, Duration betting, Duration hold, Duration result) {
        TableLimits limits = new TableLimits(1, 2);

        assertThrows(
                IllegalArgumentException.class,
                () -> new TableRules(limits, players, betting, hold, result));
    }

    @Test
    void takesTheShortestTimes() {
        Duration shortest = Duration.ofMillis(1);
        TableLimits limits = new TableLimits(1, 1);

        assertDoesNotThrow(() -> new TableRules(limits, 1, shortest, Duration.ZERO, shortest));
    }
}
