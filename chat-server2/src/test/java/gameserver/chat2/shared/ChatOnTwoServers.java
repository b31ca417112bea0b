package gameserver.chat2.shared;

import gameserver.api.client.Passwords;
import gameserver.chat.ChatOptions;
import gameserver.chat.ChatUnderTest;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import gameserver.net.testing.RedisServer;
import gameserver.net.testing.TestServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One chat on two servers. */
public final class ChatOnTwoServers implements ChatUnderTest {
    private RedisClient client;
    private RedisCommands<String, String> redis;
    private final String prefix = "test:" + UUID.randomUUID() + ":";
    private final List<LogicExecutor> workers1 = workers("first");
    private final List<LogicExecutor> workers2 = workers("second");
    SharedChat chat1;
    SharedChat chat2;
    private GameServer server2;

    /** A service. */
    public ChatOnTwoServers() {}

    private static List<LogicExecutor> workers(String server) {
        return List.of(new LogicThread(server + "-1"), new LogicThread(server + "-2"));
    }

    @Override
    public GameServer start(ServerOptions options, ChatOptions chatOptions, Duration lifetime) {
        String url = RedisServer.sharedUrl();
        client = RedisClient.create(url);
        redis = client.connect().sync();
        chat1 = new SharedChat(chatOptions, lifetime, workers1, url, prefix);
        chat2 = new SharedChat(chatOptions, lifetime, workers2, url, prefix);
        server2 = start(options, chat2, workers2);
        return start(options, chat1, workers1);
    }

    private static GameServer start(
            ServerOptions options, SharedChat chat, List<LogicExecutor> workers) {
        return GameServer.start(
                options, chat.chat(Passwords.ANY).application(BodyFormat.BINARY), workers);
    }

    @Override
    public List<GameServer> servers(GameServer server1) {
        return List.of(server1, server2);
    }

    @Override
    public List<LogicExecutor> logics() {
        return Stream.of(workers1, workers2).flatMap(List::stream).toList();
    }

    @Override
    public long users() {
        return redis.hlen(prefix + "users");
    }

    @Override
    public long takenPlaces() {
        return redis.hlen(prefix + "places")
                + redis.keys(prefix + "room:*:reserved").stream().mapToLong(redis::hlen).sum();
    }

    @Override
    public long invitations() {
        return (long) chat1.invitations.count() + chat2.invitations.count();
    }

    /** What Redis told before it answers has come before the answer, and been posted. */
    @Override
    public void settle() {
        for (SharedChat chat : List.of(chat1, chat2)) {
            Link link = chat.link();
            if (link != null) {
                link.call(Script.RELEASE, "nobody", 0).toCompletableFuture().join();
            }
        }
        CompletableFuture.allOf(
                        logics().stream()
                                .map(logic -> CompletableFuture.runAsync(() -> {}, logic))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        chat1.close();
        chat2.close();
        List<String> keys = redis.keys(prefix + "*");
        if (!keys.isEmpty()) {
            redis.del(keys.toArray(String[]::new));
        }
        client.shutdown(Duration.ZERO, TestServer.PATIENCE);
    }
}
