package gameserver.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gameserver.echo.EchoServer;
import gameserver.net.client.Dialect;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Packet;
import gameserver.net.server.ManualServer;
import gameserver.net.session.SessionState;
import java.util.List;
import java.util.function.Function;

/** Some clients of an echo server. The input is {@link SessionSteps}. */
final class EchoServerFuzzTest {
    private static final ServerOptions OPTIONS = ServerOptions.of();
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);

    @FuzzTest
    void sessions(byte[] data) {
        SessionSteps.run(new Echo(), new Input(data));
    }

    private static final class Echo implements ServerUnderFuzz {
        private final ManualServer server = ManualServer.start(OPTIONS, EchoServer.application());

        @Override
        public ManualServer server() {
            return server;
        }

        @Override
        public Dialect dialect() {
            return DIALECT;
        }

        @Override
        public List<Function<Input, Packet>> packets() {
            return PacketMakers.ECHO;
        }

        @Override
        public SessionState initialState() {
            return SessionState.LOGGED_IN;
        }
    }
}
