package gameserver.client.load;

import gameserver.client.load.LoadPlan.Timetable;

/*
 * Coordinated omission
 *
 * A client that waits for a reply before it sends again stops asking while the server stands
 * still. A stall of half a second then costs one slow sample per connection, however many requests
 * would have come in that time from people who know nothing of the stall. The percentiles look
 * fine, and the users are not.
 *
 * So the open loop has a schedule that the server can't move: message k of a connection is due at
 * first + k * interval. Its latency counts from that moment, whether it could be sent then or had
 * to wait in this client for a socket that the server did not empty. Messages that are due and not
 * answered at the end are counted as errors, so they can't be omitted either.
 *
 * In a chat the same holds of each delivery: it counts at every receiver, from the moment at which
 * the speaker should have spoken. One clock does for that, since all of them are in this process.
 *
 * The closed loop has no schedule and can't see this. It answers another question: how much does
 * the server do, when it always has something to do?
 */

/** When one connection sends, and from when the latency of what it sends counts. */
sealed interface Pace {
    /**
     * How many messages the connection should have sent in all.
     *
     * @param answered how many have been answered
     */
    long due(long answered, long now);

    /** The moment from which the latency of a message counts that is sent now. */
    long intendedAt(long sequence, long now);

    /** Always the same number of messages on the way. */
    record ClosedLoop(int inFlight, Timetable timetable) implements Pace {
        @Override
        public long due(long answered, long now) {
            return now - timetable.end() < 0 ? answered + inFlight : 0;
        }

        @Override
        public long intendedAt(long sequence, long now) {
            return now;
        }
    }

    /** One message every so often, whatever the server does. */
    record OpenLoop(long first, double intervalNanos, long end) implements Pace {

        /** The schedule of connection {@code index}: all take turns, at equal distances. */
        static OpenLoop of(LoadPlan plan, Timetable timetable, int index) {
            double turn = 1e9 / plan.ratePerSecond();
            return new OpenLoop(
                    timetable.start() + (long) (index * turn),
                    turn * plan.kind().connections(),
                    timetable.end());
        }

        @Override
        public long due(long answered, long now) {
            long until = Math.min(now - first, end - first - 1);
            return until < 0 ? 0 : (long) (until / intervalNanos) + 1;
        }

        @Override
        public long intendedAt(long sequence, long now) {
            return first + (long) (sequence * intervalNanos);
        }
    }
}
