package gameserver.client.load;

import gameserver.client.StandardStreams;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows on standard error how far a load is, when somebody sits there. */
final class Progress implements AutoCloseable {
    private static final int LINE_LENGTH = 79;
    private static final long UNIT_NANOS = 1_000_000;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts to show, or does nothing when standard error is no terminal. */
    static Progress show(String task, Duration whole) {
        if (!StandardStreams.errorIsTerminal()) {
            return new Progress(null);
        }
        PrintStream utf8 = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new Progress(
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(whole.toNanos() / UNIT_NANOS)
                        .setUnit(" s", 1000)
                        .setUpdateIntervalMillis(100)
                        .setConsumer(new ConsoleProgressBarConsumer(utf8, LINE_LENGTH))
                        .clearDisplayOnFinish()
                        .build());
    }

    void at(long nanos) {
        if (bar != null) {
            bar.stepTo(Math.min(nanos / UNIT_NANOS, bar.getMax()));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
