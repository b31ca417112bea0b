package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.chat.ChatOptions;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Received;
import gameserver.net.server.GameServer;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.Network;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tables on a free port, and their clients. */
final class TablesOverSockets implements AutoCloseable {
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);

    private final ChatAtTables tables = new ChatAtTables();
    private final ClientThreads clientThreads = new ClientThreads(1);
    private final Network network = new Network();
    private final GameServer server =
            tables.start(
                    ServerOptions.of(
                            "--bind=127.0.0.1:0",
                            "--heartbeat-timeout=0",
                            "--login-timeout=0",
                            "--max-requests-per-second=0"),
                    ChatOptions.of(),
                    Duration.ofSeconds(30));

    Client connect() {
        try {
            return new Client(
                    NetClient.connect(
                            clientThreads,
                            network.wayTo(server.address()),
                            DIALECT,
                            TestServer.PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says bytes and packets, and takes what comes, one frame after the other. */
    static final class Client {
        private final NetClient connection;
        private short pings;

        private Client(NetClient connection) {
            this.connection = connection;
        }

        Client says(Packet packet) {
            connection.send(packet);
            return this;
        }

        void saysHex(String hex) {
            connection.sendRaw(Hex.bytes(hex));
        }

        /** One frame with any body, right or wrong for its id. */
        void saysFrame(int id, byte... body) {
            connection.sendRaw(Frames.frame(id, body));
        }

        /** The next frame in hexadecimal. */
        String hearsHex() throws InterruptedException {
            return next().bytes().toString();
        }

        Received hears() throws InterruptedException {
            return Objects.requireNonNull(next().packet());
        }

        /** All that comes before the answer to what is asked last. */
        List<Received> hearsWhatCame() throws InterruptedException {
            PingResponse pong = new PingResponse(++pings);
            says(new PingRequest(pings));
            List<Received> came = new ArrayList<>();
            for (Received packet = hears(); !packet.equals(pong); packet = hears()) {
                came.add(packet);
            }
            return came;
        }

        private Frame next() throws InterruptedException {
            Frame frame = connection.poll(TestServer.PATIENCE);
            assertTrue(frame != null, () -> "heard nothing; " + connection.end());
            return frame;
        }
    }

    @Override
    public void close() {
        clientThreads.close();
        network.close();
        server.drain(TestServer.PATIENCE);
        tables.close();
    }
}
