package gameserver.client;

import gameserver.net.packet.Packet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Requests that wait for their responses. A response does not repeat what was asked, but responses
 * come in the order of the requests.
 *
 * <p>Not thread-safe; {@link ChatView} guards it.
 */
final class PendingRequests {
    /** More than anybody types while a server is silent. */
    private static final int CAPACITY = 256;

    private final Deque<Packet> requests = new ArrayDeque<>();

    void add(Packet request) {
        if (requests.size() == CAPACITY) {
            requests.remove();
        }
        requests.add(request);
    }

    /**
     * Takes the request that a response belongs to: the oldest of its kind. What is older still has
     * been answered by an ERROR_NTF.
     */
    <P extends Packet> Optional<P> take(Class<P> kind) {
        if (requests.stream().noneMatch(kind::isInstance)) {
            return Optional.empty();
        }
        Packet oldest = requests.remove();
        while (!kind.isInstance(oldest)) {
            oldest = requests.remove();
        }
        return Optional.of(kind.cast(oldest));
    }

    void clear() {
        requests.clear();
    }
}
