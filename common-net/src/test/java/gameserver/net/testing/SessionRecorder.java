package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what the application is told of its sessions. */
public final class SessionRecorder implements SessionListener<Session> {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Session> opened = new LinkedBlockingQueue<>();

    @Override
    public Session onOpened(Session session) {
        events.add("opened");
        opened.add(session);
        return session;
    }

    @Override
    public void onClosed(Session session, CloseReason reason) {
        events.add("closed " + reason);
    }

    /** For a handler of echoes: writes it down and sends it back. */
    public void echo(Session session, Echo echo) {
        events.add("echo " + Talk.text(echo));
        session.send(echo);
    }

    /** Waits for the next session that opens. */
    public Session awaitOpened() throws InterruptedException {
        Session session = opened.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(session, "no session was opened");
        return session;
    }

    /** Waits until these events and no others have happened, in this order. */
    public void awaitEvents(String... expected) throws InterruptedException {
        List<String> happened = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            String event = events.poll(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (event != null) {
                happened.add(event);
            }
        }
        assertEquals(List.of(expected), happened);
        assertNothingMore();
    }

    public void assertNothingMore() {
        assertEquals(List.of(), List.copyOf(events));
    }
}
