package gameserver.client.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.client.Format;
import gameserver.net.options.HostPort;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BotPlanTest {
    private static final HostPort ADDRESS = HostPort.parse("127.0.0.1:11021");

    private static BotPlan plan(int count, int rooms, double rate, String prefix) {
        return new BotPlan(ADDRESS, null, Format.BINARY, count, rooms, 10, rate, prefix, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "봇", "bot"})
    void noTwoNamesAreAlikeAndAllFitIntoALogin(String prefix) {
        List<String> names = plan(100_000, 1, 1, prefix).names();

        assertEquals(100_000, new HashSet<>(names).size());
        assertTrue(names.stream().allMatch(n -> n.getBytes(StandardCharsets.UTF_8).length <= 16));
    }

    @Test
    void startsAllNamesWithThePrefix() {
        assertEquals(List.of("봇1", "봇2"), plan(2, 1, 1, "봇").names());
    }

    @Test
    void saysWhatIsGoingOn() {
        assertEquals(
                "6 bots chat in rooms 10 to 11 of 127.0.0.1:11021, 0.5 messages a second",
                plan(6, 2, 0.5, "").toString());
        assertEquals(
                "2 bots chat in room 10 of 127.0.0.1:11021, 20 messages a second",
                plan(2, 1, 20, "").toString());
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused("--count: 0 is not in 1..100000", 0, 1, 1, "");
        assertRefused("--rooms: 0 is not in 1..1000000", 1, 0, 1, "");
        assertRefused("--rate: 61 is not in 0..60, 30 for each bot", 2, 1, 61, "");
        assertRefused("--rate: NaN is not in 0..60, 30 for each bot", 2, 1, Double.NaN, "");
        assertRefused(
                "--rate: Infinity is not in 0..60, 30 for each bot",
                2,
                1,
                Double.POSITIVE_INFINITY,
                "");
        assertRefused("--rate: -1 is not in 0..60, 30 for each bot", 2, 1, -1, "");
        assertRefused("--prefix: '하늘하늘하10' has more than 16 bytes of UTF-8", 10, 1, 1, "하늘하늘하");
    }

    private static void assertRefused(
            String message, int count, int rooms, double rate, String prefix) {
        var wrong =
                assertThrows(
                        IllegalArgumentException.class, () -> plan(count, rooms, rate, prefix));

        assertEquals(message, wrong.getMessage());
    }
}
