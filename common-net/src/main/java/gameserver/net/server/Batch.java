package gameserver.net.server;

import gameserver.net.packet.Received;
import java.util.List;

/** What one read has brought, and how far it is handled. Belongs to the session's logic thread. */
final class Batch {
    private final List<Received> packets;
    private int handled;

    Batch(List<Received> packets) {
        this.packets = packets;
    }

    boolean hasNext() {
        return handled < packets.size();
    }

    Received next() {
        return packets.get(handled++);
    }

    int size() {
        return packets.size();
    }
}
