package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timers of an event loop, whose clock the test moves. */
class EventLoopLogicTest {
    private final MockTicker clock = Ticker.newMockTicker();
    private final EmbeddedChannel channel = EmbeddedChannel.builder().ticker(clock).build();
    private final EventLoopLogic logic = new EventLoopLogic(new IoLoop(channel.eventLoop(), 0));
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    private void advance(int seconds) {
        clock.advance(seconds, TimeUnit.SECONDS);
        channel.runPendingTasks(); // Runs timers last, and leaves what they post.
        channel.runPendingTasks();
    }

    private void schedule(int seconds, Runnable task) {
        logic.schedule(Duration.ofSeconds(seconds), task);
    }

    @Test
    void runsATimerAtItsTime() {
        schedule(2, () -> done.add("timer"));

        advance(1);
        assertEquals(List.of(), done);

        advance(1);
        assertEquals(List.of("timer"), done);
    }

    @Test
    void runsTimersInTheOrderOfTheirTimesAndEqualOnesInTheirOwn() {
        schedule(2, () -> done.add("second"));
        schedule(1, () -> done.add("first"));
        schedule(2, () -> done.add("third"));

        advance(2);

        assertEquals(List.of("first", "second", "third"), done);
    }

    @Test
    void endsTheRoundAfterATimerAndAfterWhatItPosts() {
        logic.afterEachRound(() -> done.add("end"));
        schedule(
                1,
                () -> {
                    logic.execute(() -> done.add("posted"));
                    done.add("timer");
                });

        advance(1);

        assertEquals(List.of("timer", "end", "posted", "end"), done);
    }

    @Test
    void goesOnAfterATimerThatThrows() {
        logic.afterEachRound(() -> done.add("end"));
        schedule(
                1,
                () -> {
                    throw new AssertionError("thrown by a test");
                });
        schedule(1, () -> done.add("next"));

        advance(1);

        assertEquals(List.of("end", "next", "end"), done);
    }

    @Test
    void aTimerMayScheduleTheNext() {
        schedule(1, () -> schedule(1, () -> done.add("next")));

        advance(1);
        assertEquals(List.of(), done);

        advance(1);
        assertEquals(List.of("next"), done);
    }

    @Test
    void tellsTheTimeThatTimersGoBy() {
        long before = logic.nanoTime();

        advance(3);

        assertEquals(Duration.ofSeconds(3).toNanos(), logic.nanoTime() - before);
    }
}
