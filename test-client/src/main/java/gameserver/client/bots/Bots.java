package gameserver.client.bots;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.client.CannotConnectException;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Bots on a chat server, who take turns at random.
 *
 * <p><strong>Threads:</strong> everything that bots do runs on one event loop; they are started and
 * closed from outside.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is scheduled ends with the event loop.
public final class Bots implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long PING_EVERY_SECONDS = 20;

    private final BotPlan plan;
    private final Consumer<String> reporter;
    private final RandomGenerator random;
    private final ClientThreads threads;
    private final EventExecutor loop;

    /** Those that are not lost. Belongs to the event loop. */
    private final List<Bot> present = new ArrayList<>();

    private final LongAdder sent = new LongAdder();
    private final LongAdder heard = new LongAdder();
    private final CountDownLatch notSettled;
    private final CountDownLatch notLost;
    private volatile boolean closing;

    private Bots(BotPlan plan, Consumer<String> reporter) {
        this.plan = plan;
        this.reporter = reporter;
        this.threads = new ClientThreads(1, plan.tls());
        this.loop = threads.group().next();
        this.notSettled = new CountDownLatch(plan.count());
        this.notLost = new CountDownLatch(plan.count());
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
    }

    /**
     * Connects all bots and lets them talk. Returns when they are in their rooms, or when a server
     * takes too long for that.
     *
     * @param reporter is told of each bot that is lost, in a line; on an event loop
     * @throws CannotConnectException when the server can't be reached
     */
    public static Bots start(BotPlan plan, Consumer<String> reporter)
            throws CannotConnectException, InterruptedException {
        Bots bots = new Bots(plan, reporter);
        try {
            bots.connectAll();
            bots.notSettled.await(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        } catch (CannotConnectException | InterruptedException e) {
            bots.close();
            throw e;
        }
        bots.takeTurns();
        return bots;
    }

    private void connectAll() throws CannotConnectException {
        Dialect dialect = new Dialect(ChatPackets.CATALOG, plan.format().bodies());
        List<String> names = plan.names();
        for (int index = 0; index < names.size(); index++) {
            Bot bot = new Bot(names.get(index), plan.firstRoomOf(index), plan, this, random);
            NetClient connection =
                    NetClient.connect(threads, plan.address(), dialect, TIMEOUT, bot::see);
            connection.dropOldestWhenFull(); // Bots listen to frames as they come.
            loop.execute(() -> begin(bot, connection));
        }
    }

    private void begin(Bot bot, NetClient connection) {
        present.add(bot);
        connection.onClosed(() -> lost(bot, bot.problemOr(connection.end())));
        bot.start(connection);
    }

    private void takeTurns() {
        loop.scheduleAtFixedRate(
                () -> present.forEach(Bot::ping),
                PING_EVERY_SECONDS,
                PING_EVERY_SECONDS,
                TimeUnit.SECONDS);
        if (plan.ratePerSecond() > 0) {
            long period = (long) (TimeUnit.SECONDS.toNanos(1) / plan.ratePerSecond());
            loop.scheduleAtFixedRate(this::takeTurn, period, period, TimeUnit.NANOSECONDS);
        }
    }

    private void takeTurn() {
        if (!present.isEmpty()) {
            present.get(random.nextInt(present.size())).talk();
        }
    }

    void schedule(Duration delay, Runnable task) {
        loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** A bot knows whether it is in a room; only the first time matters. */
    void settled() {
        notSettled.countDown();
    }

    void countSent() {
        sent.increment();
    }

    void countHeard() {
        heard.increment();
    }

    /** It won't talk any more. A connection may also end after its bot was given up. */
    void lost(Bot bot, String reason) {
        if (!closing && present.remove(bot)) {
            reporter.accept(bot + " is lost: " + reason);
            notLost.countDown();
            notSettled.countDown();
        }
    }

    /**
     * Lets the bots talk.
     *
     * @param duration for how long at most; 0: no matter how long
     * @return whether all were lost
     */
    public boolean awaitAllLost(Duration duration) throws InterruptedException {
        if (duration.isZero()) {
            notLost.await();
            return true;
        }
        return notLost.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What the bots are called; the first is in the first room, to begin with. */
    public List<String> names() {
        return plan.names();
    }

    /** What has happened, in one line. */
    public String summary() {
        long lost = plan.count() - notLost.getCount();
        return "%d messages sent, %d heard, %d bots lost".formatted(sent.sum(), heard.sum(), lost);
    }

    /** Ends all bots. */
    @Override
    public void close() {
        closing = true;
        threads.close();
    }
}
