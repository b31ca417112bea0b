package gameserver.chat2;

import gameserver.chat.ChatOptions;
import gameserver.chat2.shared.SharedChat;
import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rooms in which users talk, shared out among several logic threads. */
@Command(name = "chat-server2", description = "Rooms in which users talk, on several threads.")
public final class ChatServer2 extends ServerMain {
    private static final int MOST_WORKERS = 1024;
    private static final Duration INVITATION_LIFETIME = Duration.ofSeconds(30);

    @Mixin private ChatOptions chatOptions = new ChatOptions();

    @Option(
            names = "--workers",
            paramLabel = "n",
            defaultValue = "0",
            description = "Threads that handle packets; 0: as many as cores.")
    private int workers;

    @Option(
            names = "--redis",
            paramLabel = "url",
            description =
                    "Joins the servers that use this Redis: redis://host:port. Alone if not given.")
    private @Nullable String redis;

    @Option(
            names = "--redis-prefix",
            paramLabel = "text",
            defaultValue = "gameserver:chat:",
            description = "What all keys in Redis begin with.")
    private String redisPrefix = "";

    /** There is one when there is a Redis. */
    private @Nullable SharedChat shared;

    public static void main(String[] args) {
        run(new ChatServer2(), args);
    }

    @Override
    protected void checkOptions() {
        chatOptions.check();
        ServerOptions.check("--workers", workers, 0, MOST_WORKERS);
        if (redis != null && !redis.matches("rediss?://.+")) {
            throw new IllegalArgumentException("--redis: not redis://host:port");
        }
    }

    @Override
    protected GameServer start(ServerOptions options) {
        int count = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
        List<LogicExecutor> logics =
                IntStream.rangeClosed(1, count)
                        .<LogicExecutor>mapToObj(i -> logicThread("worker-" + i))
                        .toList();
        return GameServer.start(options, chat(logics).application(BodyFormat.BINARY), logics);
    }

    private Chat2 chat(List<LogicExecutor> logics) {
        if (redis == null) {
            return new LocalChat(chatOptions, INVITATION_LIFETIME, logics).chat(Passwords.ANY);
        }
        shared = new SharedChat(chatOptions, INVITATION_LIFETIME, logics, redis, redisPrefix);
        return shared.chat(Passwords.ANY);
    }

    @Override
    protected boolean isReady() {
        return shared == null || shared.isLinked();
    }

    @Override
    protected void onStopped() {
        if (shared != null) {
            shared.close();
        }
    }
}
