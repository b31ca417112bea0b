package gameserver.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gameserver.net.server.Broadcast;
import gameserver.net.testing.NoLeaks;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs once, with all its parameters. How long it takes says nothing here. */
@Timeout(60)
@ExtendWith(NoLeaks.class)
final class BenchmarksTest {
    @Test
    void settlesOnce() throws Exception {
        Collection<RunResult> results = runOnce(Settle.class, "SQLITE");

        assertEquals(methods(Settle.class), names(results));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BaccaratRounds.class,
                Broadcast.class,
                ChatCodec.class,
                Dispatch.class,
                FrameDecoding.class,
                HandOver.class
            })
    void runsOnce(Class<?> benchmarks) throws Exception {
        Collection<RunResult> results = runOnce(benchmarks, "");

        assertFalse(results.isEmpty());
        assertEquals(methods(benchmarks), names(results));
    }

    private static Collection<RunResult> runOnce(Class<?> benchmarks, String storage)
            throws Exception {
        var once =
                new OptionsBuilder()
                        .param("storage", storage)
                        .include(benchmarks.getName() + "\\.")
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build();
        return new Runner(once).run();
    }

    private static Set<String> methods(Class<?> benchmarks) {
        return Arrays.stream(benchmarks.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(method -> benchmarks.getName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Collection<RunResult> results) {
        return results.stream()
                .map(result -> result.getParams().getBenchmark())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
