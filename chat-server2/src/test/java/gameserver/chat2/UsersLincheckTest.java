package gameserver.chat2;

import gameserver.chat.User;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever several threads do with {@link Users} at once has an order in which one thread alone
 * could have done it. Lincheck makes up what they do, and looks for that order.
 */
@Param(name = "id", gen = IntGen.class, conf = "0:1")
@Param(name = "user", gen = IntGen.class, conf = "0:2")
public class UsersLincheckTest {
    private static final List<User> PEOPLE =
            IntStream.range(0, 3)
                    .mapToObj(i -> new User(new FakeSession(SessionState.CONNECTED)))
                    .toList();

    private final Users users = new Users();

    @Operation
    public int claim(@Param(name = "id") int id, @Param(name = "user") int user) {
        return number(users.claim("id" + id, PEOPLE.get(user)));
    }

    @Operation
    public void release(@Param(name = "id") int id, @Param(name = "user") int user) {
        users.release("id" + id, PEOPLE.get(user));
    }

    @Operation
    public int find(@Param(name = "id") int id) {
        return number(users.find("id" + id));
    }

    /** Whether there would be somebody to wait for. */
    @Operation
    public boolean isReleased(@Param(name = "id") int id, @Param(name = "user") int user) {
        return users.released("id" + id, PEOPLE.get(user)).toCompletableFuture().isDone();
    }

    private static int number(@Nullable User user) {
        return user == null ? -1 : PEOPLE.indexOf(user);
    }

    /** The same for one thread, as plainly as it can be said. */
    public static final class OneThread {
        private final Map<Integer, Integer> holders = new HashMap<>();

        public int claim(int id, int user) {
            Integer other = holders.putIfAbsent(id, user);
            return other == null ? -1 : other;
        }

        public void release(int id, int user) {
            holders.remove(id, user);
        }

        public int find(int id) {
            return holders.getOrDefault(id, -1);
        }

        public boolean isReleased(int id, int user) {
            return find(id) != user;
        }
    }

    @Test
    void hasAnOrder() {
        new StressOptions()
                .sequentialSpecification(OneThread.class)
                .threads(3)
                .actorsPerThread(3)
                .iterations(20)
                .invocationsPerIteration(1_000)
                .check(UsersLincheckTest.class);
    }
}
