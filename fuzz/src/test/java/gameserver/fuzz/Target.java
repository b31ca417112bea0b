package gameserver.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A method that the fuzzer calls with inputs, in a process of its own. */
record Target(String className, String method) {
    /** Classes that guide the fuzzer by what of them is reached, and those of them that do not. */
    private static final String GUIDES = "gameserver.**:org.msgpack.**";

    private static final String NO_GUIDES =
            "gameserver.fuzz.**:gameserver.net.testing.**:gameserver.net.server.Manual**";

    /** A longer input rarely shows what a shorter one can't. */
    private static final int MOST_BYTES = 512;

    /** An input that takes so long is a finding. */
    private static final Duration SLOW = Duration.ofSeconds(10);

    String name() {
        return className + "." + method;
    }

    /** Inputs in the repository, which every run of the tests replays. */
    Path inputs() {
        return Path.of("src/test/resources/gameserver/fuzz", className + "Inputs", method);
    }

    /** Makes up inputs for some time, or until one is found that something is wrong with. */
    FuzzResult fuzz(Duration time) throws IOException, InterruptedException {
        int exitCode =
                run(
                        "-max_total_time=" + Math.max(1, time.toSeconds()),
                        "-timeout=" + SLOW.toSeconds(),
                        "-max_len=" + MOST_BYTES,
                        "-len_control=0",
                        "-print_final_stats=1",
                        Fuzzing.corpus(this).toString());
        return FuzzResult.read(this, Fuzzing.log(this), exitCode);
    }

    /** Adds those inputs to the repository that reach more than the ones there; counts all. */
    long keep() throws IOException, InterruptedException {
        run("-merge=1", inputs().toString(), Fuzzing.corpus(this).toString());
        try (Stream<Path> files = Files.list(inputs())) {
            return files.count();
        }
    }

    private int run(String... fuzzerOptions) throws IOException, InterruptedException {
        Files.createDirectories(inputs()); // Where a finding is written, if it is there.
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Fuzzing.java(),
                                "-ea",
                                "-XX:+EnableDynamicAgentLoading",
                                "-Dio.netty.customResourceLeakDetector=io.netty.util.LeakPresenceDetector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.code_intelligence.jazzer.Jazzer",
                                "--target_class=gameserver.fuzz." + className,
                                "--target_method=" + method,
                                "--instrumentation_includes=" + GUIDES,
                                "--instrumentation_excludes=" + NO_GUIDES,
                                "--custom_hook_includes=" + GUIDES));
        command.addAll(Arrays.asList(fuzzerOptions));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Fuzzing.log(this).toFile())
                .start()
                .waitFor();
    }
}
