package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Packet;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Many users of one server who enter, chat, whisper, invite, leave and vanish at random, and what
 * has to be true of all of them together: each question gets exactly one answer, its own; a user
 * hears only of users who are in its room, and of each once; ids in a room only grow; no room holds
 * more than its size; all users of a room hear its messages in the same order; an inviter hears
 * once of each invitation's end.
 *
 * <p>The server has rooms from 0 on.
 */
public final class Crowd {
    static final String LAST_WORDS = "last words";

    private final Function<Consumer<Frame>, NetClient> entrance;
    private final int rooms;
    private final int roomSize;
    private final List<CrowdUser> users = new ArrayList<>();
    private final BlockingQueue<CrowdUser> ready = new LinkedBlockingQueue<>();
    private final AtomicLong messages = new AtomicLong();

    /** What follows each message in its room, as somebody has heard it. */
    private final Map<String, String> followers = new ConcurrentHashMap<>();

    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** What users say now and then without waiting for an answer. */
    private Function<RandomGenerator, List<Packet>> asides = random -> List.of();

    /**
     * @param entrance makes a connection whose frames an observer sees
     * @param users how many
     * @param rooms that the server has
     * @param roomSize that the server allows
     */
    public Crowd(
            Function<Consumer<Frame>, NetClient> entrance, int users, int rooms, int roomSize) {
        this.entrance = entrance;
        this.rooms = rooms;
        this.roomSize = roomSize;
        for (int i = 0; i < users; i++) {
            this.users.add(new CrowdUser("user" + i, this));
        }
        ready.addAll(this.users);
    }

    /** Users in rooms also say what {@code asides} makes, whatever they hear of it. */
    public void mutter(Function<RandomGenerator, List<Packet>> asides) {
        this.asides = asides;
    }

    /**
     * Lets users act, those first who have waited longest, until the time is over.
     *
     * @param pause after each act
     */
    public void mill(Duration time, Duration pause, RandomGenerator random)
            throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && failures.isEmpty()) {
            CrowdUser user = ready.poll(10, TimeUnit.SECONDS);
            if (user == null) {
                fail("nobody has been answered for 10 s");
            } else {
                user.act(random);
            }
            if (pause.toNanos() > 0) {
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    /** All who stay hear what has become of their invitations, when these expire at the latest. */
    public void awaitTheEndOfInvitations() {
        Eventually.equal(0, () -> users.stream().mapToInt(CrowdUser::openInvitations).sum());
    }

    public void vanishAll() {
        users.forEach(CrowdUser::vanish);
    }

    public void assertNothingWasWrong() {
        assertEquals(List.of(), failures.stream().limit(5).toList());
    }

    /** How often each kind of answer was heard, for the one who reads the test's output. */
    public Map<String, AtomicLong> answers() {
        return new TreeMap<>(answers);
    }

    NetClient connect(CrowdUser user) {
        AtomicReference<NetClient> self = new AtomicReference<>();
        NetClient client = entrance.apply(frame -> hear(user, self, frame));
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

    List<Packet> asides(RandomGenerator random) {
        return asides.apply(random);
    }

    int rooms() {
        return rooms;
    }

    int roomSize() {
        return roomSize;
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
