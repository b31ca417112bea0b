package gameserver.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.client.load.LoadComparison.Ratio;
import gameserver.client.load.LoadComparison.Round;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LoadComparisonTest {
    private static final LoadPlan PLAN =
            new LoadPlan(new ChatLoad(1, 2, 0), 1, 32, Duration.ZERO, Duration.ofSeconds(10), 0, 1);

    @Test
    void takesTheRoundInTheMiddle() {
        LoadComparison comparison =
                new LoadComparison(
                        List.of(
                                new Round(result(1000, 0.5), result(1100, 0.5)),
                                new Round(result(1000, 0.5), result(500, 0.5)),
                                new Round(result(2000, 0.5), result(2000, 0.5))));

        assertEquals(new Ratio(1, 0.5, 1.1), comparison.ratios().get("throughput"));
        assertEquals(new Ratio(1, 1, 1), comparison.ratios().get("p99"));
        assertEquals(
                """
                B to A      median of 3 rounds (least to most)
                throughput  1.000 (0.500 to 1.100)
                p99         1.000 (1.000 to 1.000)
                server CPU  1.000 (0.909 to 2.000)
                errors      none
                """,
                comparison.toText());
    }

    @Test
    void takesTheMiddleOfAnEvenNumberOfRounds() {
        assertEquals(new Ratio(2.5, 1, 4), Ratio.of(List.of(4.0, 1.0, 3.0, 2.0)));
    }

    @Test
    void leavesOutWhatIsNotKnownOfBoth() {
        LoadComparison comparison =
                new LoadComparison(List.of(new Round(result(1000, null), result(1000, 0.5))));

        assertEquals(Set.of("throughput", "p99"), comparison.ratios().keySet());
        assertTrue(
                comparison
                        .toJson()
                        .endsWith(
                                "\"bToA\":{\"throughput\":"
                                        + "{\"median\":1.0000,\"least\":1.0000,\"most\":1.0000},"
                                        + "\"p99\":"
                                        + "{\"median\":1.0000,\"least\":1.0000,\"most\":1.0000}}}"),
                comparison.toJson());
    }

    @Test
    void hasNoRatioToNothing() {
        LoadComparison comparison =
                new LoadComparison(List.of(new Round(result(0, 0.5), result(1000, 0.5))));

        assertEquals(Set.of("p99"), comparison.ratios().keySet());
    }

    @Test
    void saysInHowManyRunsSomethingWasWrong() {
        LoadComparison comparison =
                new LoadComparison(List.of(new Round(result(1000, null), flawed())));

        assertFalse(comparison.isFlawless());
        assertTrue(comparison.toText().endsWith("errors      in 1 of 2 runs\n"));
    }

    private static LoadResult result(long heard, @Nullable Double cpu) {
        return new LoadResult(PLAN, latencies(), heard, 0, 0, 0, null, cpu);
    }

    private static LoadResult flawed() {
        return new LoadResult(PLAN, latencies(), 1000, 0, 0, /* unanswered= */ 1, null, null);
    }

    private static Histogram latencies() {
        Histogram latencies = new Histogram(3);
        latencies.recordValue(1000);
        return latencies;
    }
}
