package gameserver.chat;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.Network;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * A chat on a free port and the clients of one test. All limits of sessions that could disturb are
 * off.
 */
final class ChatTestServer implements AutoCloseable {
    private final ChatUnderTest chat = ChatUnderTest.create();
    private final Dialect dialect = new Dialect(ChatPackets.CATALOG, chat.format());
    private final ClientThreads clientThreads = new ClientThreads(1);
    private final Network network = new Network();
    private final GameServer server;
    private boolean drained;
    private int clients;

    private ChatTestServer(Duration invitationLifetime, String... chatOptions) {
        server =
                chat.start(
                        ServerOptions.of(
                                "--bind=127.0.0.1:0",
                                "--io-threads=2",
                                "--heartbeat-timeout=0",
                                "--login-timeout=0",
                                "--max-requests-per-second=0"),
                        ChatOptions.of(chatOptions),
                        invitationLifetime);
    }

    /** Starts one with options as {@code --room-size=2}. */
    static ChatTestServer start(String... chatOptions) {
        return new ChatTestServer(Invitations.LIFETIME, chatOptions);
    }

    /** Starts one whose invitations do not live as long as usual. */
    static ChatTestServer startWithInvitationsOf(Duration lifetime, String... chatOptions) {
        return new ChatTestServer(lifetime, chatOptions);
    }

    Guest connect() {
        return connect(frame -> {});
    }

    /** A guest whose frames are shown to {@code observer} as they come and go. */
    Guest connect(Consumer<Frame> observer) {
        try {
            NetClient client =
                    NetClient.connect(
                            clientThreads, nextAddress(), dialect, TestServer.PATIENCE, observer);
            return new Guest(client, dialect, chat::settle, chat.alsoTells());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clients take turns in which server they connect to. */
    private HostPort nextAddress() {
        List<GameServer> servers = servers();
        return network.wayTo(servers.get(clients++ % servers.size()).address());
    }

    private List<GameServer> servers() {
        return chat.servers(server);
    }

    /** What all servers have received so far. */
    long packetsReceived() {
        return servers().stream().mapToLong(s -> s.counters().packetsReceived.sum()).sum();
    }

    Guest login(String id) {
        return connect().logsIn(id);
    }

    /** One who is logged in and in a room. */
    Guest guestIn(int room, String id) {
        Guest guest = login(id);
        guest.enters(room);
        return guest;
    }

    GameServer server() {
        return server;
    }

    /** Waits until the server has noticed who is gone. */
    void awaitUsers(int expected) {
        Eventually.equal(expected, () -> count(ChatUnderTest::users));
    }

    /** Holds the threads of the chat until the gate is opened. */
    Gate hold() {
        Gate gate = new Gate();
        for (LogicExecutor logic : chat.logics()) {
            logic.execute(gate::pass);
        }
        gate.awaitReached();
        return gate;
    }

    /** Waits until of all {@code opened} connections so many are left. */
    void awaitSessions(int left, int opened) {
        Eventually.equal(
                opened,
                () -> servers().stream().mapToLong(s -> s.counters().sessionsOpened.sum()).sum());
        Eventually.equal(left, () -> servers().stream().mapToInt(GameServer::openSessions).sum());
    }

    /** Waits until nobody is logged in, and checks that nothing is left of those who were. */
    void awaitEmpty() {
        awaitUsers(0);
        Eventually.equal(0, () -> count(ChatUnderTest::takenPlaces));
        Eventually.equal(0, () -> count(ChatUnderTest::invitations));
    }

    /** Counts something on the logic thread, where it belongs. */
    long count(ToLongFunction<ChatUnderTest> what) {
        CompletableFuture<Long> result = new CompletableFuture<>();
        chat.logics().get(0).execute(() -> result.complete(what.applyAsLong(chat)));
        return result.orTimeout(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Stops the server in good order while its clients are there; for the end of a test. */
    void drain() {
        drained = true;
        servers().forEach(each -> each.drain(TestServer.PATIENCE));
        chat.close();
    }

    /**
     * Closes the clients first, so that the server need not wait for them. Whatever they did,
     * nothing may be left of them.
     */
    @Override
    public void close() {
        clientThreads.close();
        network.close();
        if (!drained) {
            try {
                awaitEmpty();
            } finally {
                drain();
            }
        }
    }
}
