package gameserver.client.load;

import gameserver.client.load.LoadPlan.Timetable;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop and what they have seen. Belongs to that event loop, so that
 * recording needs no locks; the results of all loops are added up in the end.
 */
final class LoadLoop {
    /** Three digits: a percentile is wrong by a thousandth at most. */
    private static final int PRECISION = 3;

    private final EventLoop eventLoop;
    private final LoadPlan plan;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final Histogram latencies = new Histogram(PRECISION);

    private @Nullable Timetable timetable;
    private long heard;
    private int wrong;
    private int lost;
    private @Nullable String firstProblem;

    /** Counts the turns of the open loop. */
    private long turn;

    LoadLoop(EventLoop eventLoop, LoadPlan plan) {
        this.eventLoop = eventLoop;
        this.plan = plan;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    /** Adds a connection, before the start. */
    void add(LoadConnection connection) {
        connections.add(connection);
    }

    /** Lets all connections begin. */
    void start(Timetable timetable) {
        this.timetable = timetable;
        for (LoadConnection connection : connections) {
            connection.start(pace(timetable, connection.index()));
        }
        if (plan.isOpenLoop() && !connections.isEmpty()) {
            takeTurns();
        }
    }

    private Pace pace(Timetable timetable, int index) {
        return plan.isOpenLoop()
                ? Pace.OpenLoop.of(plan, timetable, index)
                : new Pace.ClosedLoop(plan.inFlight(), timetable);
    }

    /** Sends what is due, connection by connection, and comes back when the next is. */
    private void takeTurns() {
        long now = System.nanoTime();
        long next = nextTurn();
        while (next - now <= 0) {
            connection().sendDue(now);
            turn++;
            next = nextTurn();
        }
        if (timetable != null && next - timetable.end() < 0) {
            var unused =
                    eventLoop.schedule(
                            this::takeTurns, next - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private LoadConnection connection() {
        return connections.get((int) (turn % connections.size()));
    }

    private long nextTurn() {
        return connection().intendedAt(turn / connections.size());
    }

    /** Something right has come that counts. */
    void onHeard(long intendedAt, long now) {
        if (timetable == null) {
            return;
        }
        if (timetable.isMeasured(now)) {
            heard++;
        }
        if (timetable.isMeasured(intendedAt)) {
            latencies.recordValue(Math.max(0, now - intendedAt));
        }
    }

    void onWrong(String problem) {
        wrong++;
        noteProblem(problem);
    }

    void onLost(String problem) {
        lost++;
        noteProblem(problem);
    }

    private void noteProblem(String problem) {
        if (firstProblem == null) {
            firstProblem = problem;
        }
    }

    /** Whether nothing is left to come: all is answered, or there is nobody left to answer. */
    boolean isDone() {
        long now = System.nanoTime();
        boolean ended = timetable != null && now - timetable.end() >= 0;
        return connections.stream().allMatch(c -> c.isOver() || (ended && c.unanswered(now) == 0));
    }

    /** Ends all connections and says what they have seen. */
    LoadResult.Part finish() {
        long now = System.nanoTime();
        long unanswered = connections.stream().mapToLong(c -> c.unanswered(now)).sum();
        connections.forEach(LoadConnection::close);
        return new LoadResult.Part(latencies, heard, wrong, lost, unanswered, firstProblem);
    }
}
