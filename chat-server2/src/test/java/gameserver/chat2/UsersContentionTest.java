package gameserver.chat2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.User;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Waiting for an id, with several threads at once. What else they do is Lincheck's to check. */
final class UsersContentionTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 20_000;

    private final Users users = new Users();

    private static User user() {
        return new User(new FakeSession(SessionState.CONNECTED));
    }

    @Test
    void anIdHasOneUserAtATimeAndWhoWaitsIsAlwaysWoken() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        runInThreads(
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        User me = user();
                        User other = users.claim("alice", me);
                        while (other != null) {
                            users.released("alice", other).toCompletableFuture().get();
                            other = users.claim("alice", me);
                        }
                        assertEquals(1, holders.incrementAndGet());
                        users.release("alice", user());
                        assertSame(me, users.find("alice"));
                        holders.decrementAndGet();
                        users.release("alice", me);
                        users.release("alice", me);
                    }
                    return null;
                });

        assertNull(users.find("alice"));
        assertEquals(0, users.count());
    }

    @Test
    void nobodyWaitsForAnIdThatSomebodyElseHas() {
        User alice = user();
        users.claim("alice", alice);

        assertTrue(users.released("alice", user()).toCompletableFuture().isDone());
        assertTrue(users.released("bob", alice).toCompletableFuture().isDone());
    }

    /** Runs {@code body} in all threads; what one of them throws fails the test. */
    private static void runInThreads(Callable<Void> body) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(body));
            }
            for (Future<Void> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
