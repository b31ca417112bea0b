package gameserver.reliability;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Received;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * One who says the next line as soon as the server has taken one, with some under way all the time,
 * until the connection ends; and who remembers what was heard.
 *
 * <p>An event loop hears and speaks; the lock is for whoever looks at it afterwards.
 */
final class Talker {
    private static final int UNDER_WAY = 4;

    private final String id;
    private final NetClient client;
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> heard = new ArrayList<>();
    private int said;
    private int answered;
    private int farewells;

    Talker(ClientThreads threads, ServerJar jar, HostPort address, String id, int room)
            throws IOException {
        this.id = id;
        client =
                NetClient.connect(threads, address, jar.dialect(), TestServer.PATIENCE, this::hear);
        client.dropOldestWhenFull();
        client.onClosed(closed::countDown);
        client.send(LoginRequest.of(id, "pw"));
        client.send(new RoomEnterRequest(room));
    }

    CountDownLatch entered() {
        return entered;
    }

    CountDownLatch closed() {
        return closed;
    }

    void begin() {
        for (int i = 0; i < UNDER_WAY; i++) {
            sayNext();
        }
    }

    private synchronized void sayNext() {
        client.send(new RoomChatRequest(id + " " + said++));
    }

    private synchronized void hear(Frame frame) {
        if (frame.direction() != Frame.Direction.RECEIVED) {
            return;
        }
        Received packet = frame.packet();
        if (packet instanceof RoomEnterResponse) {
            entered.countDown();
        } else if (packet instanceof RoomChatNotify line) {
            heard.add(line.message());
        } else if (packet instanceof RoomChatResponse) {
            answered++;
            sayNext();
        } else if (packet != null && packet.equals(ErrorNotify.of(ErrorCode.SERVER_DRAINING))) {
            farewells++;
        }
    }

    /** Lines in the order in which they came. */
    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    /** How often this one was told that a line was taken. */
    synchronized int answered() {
        return answered;
    }

    /** How often this one was told that the server stops. */
    synchronized int farewells() {
        return farewells;
    }

    boolean hasSaid(String line) {
        return line.startsWith(id + " ");
    }
}
