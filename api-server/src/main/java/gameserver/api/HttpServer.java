package gameserver.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import gameserver.net.options.HostPort;
import gameserver.net.server.ServerStartException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ContentType;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Javalin and the Jetty under it, with bounds on what clients can take: connections, threads, time,
 * bytes.
 */
final class HttpServer {
    private static final int MOST_CONNECTIONS = 2000;
    private static final int MOST_THREADS = 200;
    private static final long IDLE_MILLIS = 15_000;

    private final Javalin javalin;
    private final InetSocketAddress bind;

    private HttpServer(Javalin javalin, InetSocketAddress bind) {
        this.javalin = javalin;
        this.bind = bind;
    }

    /**
     * Starts to listen.
     *
     * @param calls adds what is served
     * @throws ServerStartException when the address can't be listened on
     */
    static HttpServer start(ApiOptions options, Consumer<JavalinConfig> calls) {
        InetSocketAddress bind = options.bind().toSocketAddress();
        Javalin javalin =
                Javalin.create(
                        config -> {
                            configure(config, options);
                            config.jetty.addConnector(
                                    (server, http) -> listen(server, http, options.bind()));
                            calls.accept(config);
                        });
        javalin.start();
        return new HttpServer(javalin, bind);
    }

    private static void configure(JavalinConfig config, ApiOptions options) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = options.maxBodySize();
        config.http.prefer405over404 = true;
        config.http.defaultContentType = ContentType.JSON;
        config.jsonMapper(new JavalinJackson(new ObjectMapper(), false));

        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    // Else one token could stand for another one in the next call of a connection.
                    http.setHeaderCacheCaseSensitive(true);
                });
        config.jetty.modifyServer(
                server -> {
                    server.setHandler(new GracefulHandler(wholeBodies(options.maxBodySize())));
                    server.setStopTimeout(options.drainTimeout().toMillis());
                    server.setErrorHandler(new ProblemErrorHandler());
                });
    }

    /** A thread gets a call when its body is there, so a client that trickles holds none. */
    private static EagerContentHandler wholeBodies(int maxBodySize) {
        int overheadOfAPiece = 32; // Counted in, as a body may come byte by byte.
        boolean refuseLarger = false; // Javalin does.
        return new EagerContentHandler(
                new RetainedContentLoaderFactory(maxBodySize, overheadOfAPiece, refuseLarger));
    }

    /** Listens before Javalin starts, which would log a port in use as if it were a bug. */
    private static ServerConnector listen(Server server, HttpConfiguration http, HostPort bind) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(bind.host());
        connector.setPort(bind.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        try {
            connector.open();
        } catch (IOException e) {
            throw new ServerStartException(bind, e.getCause() == null ? e : e.getCause());
        }
        return connector;
    }

    HostPort address() {
        return HostPort.of(new InetSocketAddress(bind.getAddress(), javalin.port()));
    }

    /** Stops to listen, and returns when the calls in progress are answered, or time is up. */
    void stop() {
        javalin.stop();
    }
}
