package gameserver.net.server;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The output of one round of a logic thread to the connections of one event loop. Belongs to the
 * logic thread; only the parcels of a hand-over cross to the event loop.
 */
final class Delivery {
    private final IoLoop loop;
    private final List<ChannelSession<?>> sessions = new ArrayList<>();

    Delivery(IoLoop loop) {
        this.loop = loop;
    }

    /** The session has something to say, or has ended. */
    void add(ChannelSession<?> session) {
        sessions.add(session);
    }

    /** Writes everything, at once on the event loop itself, else by one task for it. */
    void handOver() {
        if (sessions.isEmpty()) {
            return;
        }
        if (loop.isCurrent()) {
            for (ChannelSession<?> session : sessions) {
                session.connection().write(session.takeOutput(), session.isClosed());
            }
        } else {
            Parcel[] parcels = new Parcel[sessions.size()];
            for (int i = 0; i < parcels.length; i++) {
                ChannelSession<?> session = sessions.get(i);
                parcels[i] =
                        new Parcel(session.connection(), session.takeOutput(), session.isClosed());
            }
            handOver(parcels);
        }
        sessions.clear();
    }

    private void handOver(Parcel[] parcels) {
        try {
            loop.execute(() -> deliver(parcels));
        } catch (RejectedExecutionException e) {
            // The server has stopped and left this thread behind in a task.
            for (Parcel parcel : parcels) {
                ReferenceCountUtil.release(parcel.bytes);
            }
        }
    }

    private static void deliver(Parcel[] parcels) {
        for (Parcel parcel : parcels) {
            parcel.connection.write(parcel.bytes, parcel.last);
        }
    }

    /** What one connection is to get, and whether it ends with that. */
    private record Parcel(Connection<?> connection, @Nullable ByteBuf bytes, boolean last) {}
}
