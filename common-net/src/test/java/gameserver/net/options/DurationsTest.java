package gameserver.net.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"500ms,500", "5s,5000", "2m,120000", "0,0", "0s,0", "1ms,1", "90s,90000"})
    void readsANumberAndItsUnit(String text, long millis) {
        assertEquals(Duration.ofMillis(millis), Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "5", "s", "5 s", " 5s", "5s ", "5S", "5h", "1.5s", "1e3s", "five", "5s5",
                "-5s", "-0", "+5s", "0x5s", "٥s", "00"
            })
    void refusesWhatIsNoDurationAndQuotesIt(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));

        Messages.assertNames(refusal, "'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999s", "9223372036854775808ms"})
    void refusesANumberThatIsTooLargeToCountAndQuotesIt(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Durations.parse(text));

        Messages.assertNames(refusal, "'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"500,500ms", "5000,5s", "120000,2m", "0,0", "90000,90s", "1001,1001ms"})
    void writesTheShortestForm(long millis, String text) {
        assertEquals(text, Durations.format(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1000, 60_000, 61_000, 3_600_000})
    void readsBackWhatItWrites(long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertEquals(duration, Durations.parse(Durations.format(duration)));
    }

    @Test
    void refusesADurationWhoseNanosecondsOverflow() {
        assertThrows(IllegalArgumentException.class, () -> Durations.parse("999999999m"));
    }

    @Test
    void acceptsAYear() {
        assertTrue(Durations.parse("525600m").toNanos() > 0);
    }
}
