package gameserver.net.server;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
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
            loop.execute(() -> deliver(parcels));
        }
        sessions.clear();
    }

    private static void deliver(Parcel[] parcels) {
        for (Parcel parcel : parcels) {
            parcel.connection.write(parcel.bytes, parcel.last);
        }
    }

    /** What one connection is to get, and whether it ends with that. */
    private record Parcel(Connection<?> connection, @Nullable ByteBuf bytes, boolean last) {}
}
