package gameserver.chat2;

import gameserver.api.client.ApiClientOptions;
import gameserver.api.client.GameServerApi;
import gameserver.api.client.Passwords;
import gameserver.api.client.Registration;
import gameserver.api.client.ServerStatus;
import gameserver.chat.ChatOptions;
import gameserver.chat2.shared.SharedChat;
import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rooms in which users talk, shared out among several logic threads. */
@Command(name = ChatServer2.NAME, description = "Rooms in which users talk, on several threads.")
public final class ChatServer2 extends ServerMain {
    static final String NAME = "chat-server2";
    private static final int MOST_WORKERS = 1024;
    private static final Duration INVITATION_LIFETIME = Duration.ofSeconds(30);

    /** A password with / ? or # in it would end there, and its beginning be taken for the host. */
    private static final Pattern REDIS =
            Pattern.compile(
                    "rediss?://([^/?#]*@)?(\\[[0-9A-Fa-f:.]+]|[^:/?#@]+)(:[0-9]+)?"
                            + "(/[^?#@]*)?(\\?[^#@]*)?");

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

    @Mixin private ApiClientOptions apiOptions = new ApiClientOptions();

    /** There is one when there is a Redis. */
    private @Nullable SharedChat shared;

    /** There is one when there is an API server. */
    private @Nullable Registration registration;

    public static void main(String[] args) {
        run(new ChatServer2(), args);
    }

    @Override
    protected void checkOptions(ServerOptions options) {
        chatOptions.check();
        apiOptions.check(options);
        ServerOptions.check("--workers", workers, 0, MOST_WORKERS);
        if (redis != null) {
            checkRedis(redis);
        }
    }

    /** Does not repeat it, since a password may be in it. */
    static void checkRedis(String url) {
        if (!REDIS.matcher(url).matches() || !SharedChat.understands(url)) {
            throw new IllegalArgumentException(
                    "--redis: not redis://host:port, or in full"
                            + " redis[s]://user:password@host:port/number-of-database,"
                            + " where special characters are written as %23");
        }
    }

    @Override
    protected GameServer start(ServerOptions options) {
        int count = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
        List<LogicExecutor> logics =
                IntStream.rangeClosed(1, count)
                        .<LogicExecutor>mapToObj(i -> logicThread("worker-" + i))
                        .toList();
        GameServerApi api = apiOptions.connect(NAME, options).orElse(null);
        Chat2 chat = chat(logics, api == null ? Passwords.ANY : api);
        GameServer server = GameServer.start(options, chat.application(BodyFormat.BINARY), logics);
        if (api != null) {
            registration =
                    Registration.start(
                            api,
                            apiOptions.advertised(server.address()),
                            () -> status(chat, options));
        }
        return server;
    }

    private static ServerStatus status(Chat2 chat, ServerOptions options) {
        return new ServerStatus(chat.users(), options.maxSessions(), chat.roomsInUse());
    }

    private Chat2 chat(List<LogicExecutor> logics, Passwords passwords) {
        if (redis == null) {
            return new LocalChat(chatOptions, INVITATION_LIFETIME, logics).chat(passwords);
        }
        shared = new SharedChat(chatOptions, INVITATION_LIFETIME, logics, redis, redisPrefix);
        return shared.chat(passwords);
    }

    @Override
    protected boolean isReady() {
        return (shared == null || shared.isLinked())
                && (registration == null || registration.isRegistered());
    }

    @Override
    protected void onDraining(Duration atMost) {
        if (registration != null) {
            registration.drain(atMost);
        }
    }

    @Override
    protected void onStopped() {
        if (registration != null) {
            registration.close();
        }
        if (shared != null) {
            shared.close();
        }
    }
}
