package gameserver.client.load;

import gameserver.client.load.LoadPlan.Timetable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much CPU time a process takes while a load is measured: in its own code and in the system on
 * its behalf, on all cores together. Systems count it in steps, of 10 ms on Linux. Belongs to the
 * thread that waits for the load.
 */
final class CpuMeter {
    private final @Nullable ProcessHandle process;
    private final Timetable timetable;

    private @Nullable Reading first;
    private @Nullable Reading last;

    private record Reading(long atNanos, Duration total) {}

    /**
     * @param process null for none, of which nothing is known
     */
    CpuMeter(@Nullable ProcessHandle process, Timetable timetable) {
        this.process = process;
        this.timetable = timetable;
    }

    /** How long to sleep before {@link #look}, at most {@code most}. */
    long nanosUntilNextLook(long most) {
        long now = System.nanoTime();
        long next = timetable.measureFrom() - now;
        if (next <= 0) {
            next = timetable.end() - now;
        }
        return next <= 0 ? most : Math.min(next, most);
    }

    /** Reads the time once measuring has begun, and once it has ended. */
    void look() {
        long now = System.nanoTime();
        if (first == null && timetable.isMeasured(now)) {
            first = read(now);
        } else if (last == null && now - timetable.end() >= 0) {
            last = read(now);
        }
    }

    private @Nullable Reading read(long now) {
        return process == null
                ? null
                : process.info()
                        .totalCpuDuration()
                        .map(total -> new Reading(now, total))
                        .orElse(null);
    }

    /**
     * The time taken for each second of measuring; null when it is not known, as when the process
     * has ended.
     */
    @Nullable Double secondsPerSecond() {
        if (first == null || last == null) {
            return null;
        }
        long nanos = last.total.minus(first.total).toNanos();
        return (double) nanos / (last.atNanos - first.atNanos);
    }
}
