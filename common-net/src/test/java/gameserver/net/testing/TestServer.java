package gameserver.net.testing;

import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.Application;
import gameserver.net.server.GameServer;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on a free port and the clients of one test. It echoes and answers pings; a test changes
 * what it is about. All limits that could disturb are off, until the test sets one.
 */
public final class TestServer implements AutoCloseable {
    /** How long a test waits for what should come at once. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);

    private final GameServer server;
    private final ClientThreads clientThreads;
    private final List<NetClient> clients = new ArrayList<>();
    private boolean drained;

    private TestServer(GameServer server, ClientThreads clientThreads) {
        this.server = server;
        this.clientThreads = clientThreads;
    }

    /** Starts the usual one. */
    public static TestServer start() {
        return new Builder().start();
    }

    public static Builder with(String option, Object value) {
        return new Builder().with(option, value);
    }

    public static Builder onEcho(BiConsumer<Session, Echo> handler) {
        return new Builder().onEcho(handler);
    }

    public static Builder logic(LogicExecutor logic) {
        return new Builder().logic(logic);
    }

    /** Sessions begin on these in turn. */
    public static Builder logics(List<LogicExecutor> logics) {
        Builder builder = new Builder();
        builder.logics = List.copyOf(logics);
        return builder;
    }

    /** A client, which is closed with this server if not before. */
    public NetClient connect() throws IOException {
        return connect(server.address());
    }

    /** A client that comes by way of {@code address}. */
    public NetClient connect(HostPort address) throws IOException {
        NetClient client = NetClient.connect(clientThreads, address, DIALECT, PATIENCE);
        clients.add(client);
        return client;
    }

    public GameServer server() {
        return server;
    }

    public ServerCounters counters() {
        return server.counters();
    }

    public HostPort address() {
        return server.address();
    }

    /** Stops the server in good order, once. */
    public void drain(Duration timeout) {
        if (!drained) {
            drained = true;
            server.drain(timeout);
        }
    }

    /** Closes the clients first, so that the server need not wait for them. */
    @Override
    public void close() {
        clients.forEach(NetClient::close);
        clientThreads.close();
        drain(PATIENCE);
    }

    /** What a test wants to be different. */
    public static final class Builder {
        private final Map<String, String> options = new LinkedHashMap<>();
        private BiConsumer<Session, Echo> onEcho = Session::send;
        private SessionListener<Session> listener = SessionListener.of(Function.identity());
        private SessionState initialState = SessionState.LOGGED_IN;
        private List<LogicExecutor> logics = List.of();
        private @Nullable TestCertificate certificate;

        Builder() {
            with("--bind", "127.0.0.1:0");
            with("--io-threads", 2);
            with("--heartbeat-timeout", 0);
            with("--login-timeout", 0);
            with("--slow-consumer-timeout", 0);
            with("--max-pending-output", 0);
            with("--max-requests-per-second", 0);
            with("--log-level", "INFO");
        }

        public Builder with(String option, Object value) {
            options.put(option, value.toString());
            return this;
        }

        public Builder onEcho(BiConsumer<Session, Echo> handler) {
            onEcho = handler;
            return this;
        }

        public Builder listener(SessionListener<Session> listener) {
            this.listener = listener;
            return this;
        }

        public Builder initialState(SessionState state) {
            initialState = state;
            return this;
        }

        /** Handlers run on {@code logic}, which the server closes, instead of the event loops. */
        public Builder logic(LogicExecutor logic) {
            logics = List.of(logic);
            return this;
        }

        /** Server and clients speak TLS. */
        public Builder tls() {
            return tls(TestCertificate.usual());
        }

        /** The same, with a certificate that the test may change while the server runs. */
        public Builder tls(TestCertificate certificate) {
            this.certificate = certificate;
            with("--tls-cert", certificate.certificate());
            return with("--tls-key", certificate.key());
        }

        public TestServer start() {
            String[] args =
                    options.entrySet().stream()
                            .map(option -> option.getKey() + "=" + option.getValue())
                            .toArray(String[]::new);
            ServerOptions parsed = ServerOptions.of(args);
            return new TestServer(
                    logics.isEmpty()
                            ? GameServer.start(parsed, application())
                            : GameServer.start(parsed, application(), logics),
                    new ClientThreads(1, certificate == null ? null : certificate.clientTls()));
        }

        private Application<Session> application() {
            return new Application<>(handlers(), listener, initialState, BodyFormat.BINARY);
        }

        private PacketHandlers<Session> handlers() {
            return PacketHandlers.<Session>of(CommonPackets.CATALOG)
                    .on(Echo.TYPE, SessionState.CONNECTED, onEcho)
                    .on(
                            PingRequest.TYPE,
                            SessionState.CONNECTED,
                            (session, ping) -> session.send(new PingResponse(ping.number())))
                    .build();
        }
    }
}
