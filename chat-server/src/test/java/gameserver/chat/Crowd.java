package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import gameserver.net.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Many users of one server, and what has to be true of all of them together. */
final class Crowd {
    static final int ROOMS = 80;
    static final int ROOM_SIZE = 12;
    static final String LAST_WORDS = "last words";

    private final ChatTestServer server;
    private final List<CrowdUser> users = new ArrayList<>();
    private final BlockingQueue<CrowdUser> ready = new LinkedBlockingQueue<>();
    private final AtomicLong messages = new AtomicLong();

    /** What follows each message in its room, as somebody has heard it. */
    private final Map<String, String> followers = new ConcurrentHashMap<>();

    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Crowd(ChatTestServer server, int size) {
        this.server = server;
        for (int i = 0; i < size; i++) {
            users.add(new CrowdUser("user" + i, this));
        }
        ready.addAll(users);
    }

    /** Lets users act, those first who have waited longest, until the time is over. */
    void mill(Duration time, RandomGenerator random) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && failures.isEmpty()) {
            CrowdUser user = ready.poll(10, TimeUnit.SECONDS);
            if (user == null) {
                fail("nobody has been answered for 10 s");
            } else {
                user.act(random);
            }
        }
    }

    /** All who stay hear what has become of their invitations, when these expire at the latest. */
    void awaitTheEndOfInvitations() {
        Eventually.equal(0, () -> users.stream().mapToInt(CrowdUser::openInvitations).sum());
    }

    void vanishAll() {
        users.forEach(CrowdUser::vanish);
    }

    void assertNothingWasWrong() {
        assertEquals(List.of(), failures.stream().limit(5).toList());
    }

    /** How often each kind of answer was heard, for the one who reads the test's output. */
    Map<String, AtomicLong> answers() {
        return new TreeMap<>(answers);
    }

    NetClient connect(CrowdUser user) {
        AtomicReference<NetClient> self = new AtomicReference<>();
        NetClient client = server.connect(frame -> hear(user, self, frame)).client();
        client.dropOldestWhenFull();
        self.set(client); // Nothing is heard before something was said.
        return client;
    }

    private static void hear(CrowdUser user, AtomicReference<NetClient> client, Frame frame) {
        if (frame.direction() == Frame.Direction.RECEIVED && frame.packet() != null) {
            user.hear(client.get(), frame.packet());
        }
    }

    void isReady(CrowdUser user) {
        ready.add(user);
    }

    String anyId(RandomGenerator random) {
        return "user" + random.nextInt(users.size());
    }

    String nextMessage() {
        return "message " + messages.incrementAndGet();
    }

    /** Two users who hear one message both hear the same message after it. */
    String checkOrder(int room, @Nullable String last, String message) {
        if (message.equals(LAST_WORDS)) {
            return message;
        }
        if (last != null && !last.equals(LAST_WORDS)) {
            String other = followers.putIfAbsent(last, message);
            if (other != null && !other.equals(message)) {
                fail("after " + last + " in room " + room + ": " + message + " and " + other);
            }
        }
        return message;
    }

    void countAnswer(Received answer) {
        String kind = answer.getClass().getSimpleName() + " " + result(answer);
        answers.computeIfAbsent(kind, name -> new AtomicLong()).incrementAndGet();
    }

    private static String result(Received answer) {
        Result result = Result.SUCCESS;
        if (answer instanceof LoginResponse login) {
            result = login.result();
        } else if (answer instanceof RoomEnterResponse enter) {
            result = enter.result();
        } else if (answer instanceof InviteResponse invite) {
            result = invite.result();
        } else if (answer instanceof InviteAnswerResponse response) {
            result = response.result();
        }
        return result.toString();
    }

    void fail(String problem) {
        failures.add(problem);
    }
}
