package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.options.TransportChoice;
import gameserver.net.packet.Echo;
import gameserver.net.session.RefusalReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Hex;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What clients of one address may do, and that those of others do not notice. */
@ExtendWith(NoLeaks.class)
class AddressLimitLoopbackTest {
    private static final byte[] LOGIN = Hex.bytes("05 00 65 00 00");

    private final List<AddressClient> clients = new ArrayList<>();
    private @Nullable TestServer running;

    private TestServer start(TestServer.Builder builder) {
        TestServer server = builder.start();
        running = server;
        return server;
    }

    /** Clients first, so that the server need not wait for them. */
    @AfterEach
    void close() throws IOException {
        for (AddressClient client : clients) {
            client.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private AddressClient connect(TestServer server, int n) throws IOException {
        AddressClient client = AddressClient.connect(server, n);
        clients.add(client);
        return client;
    }

    private static TestServer.Builder limited(String option, int value) {
        return TestServer.with("--limit-loopback", true).with(option, value);
    }

    private static long refused(TestServer server, RefusalReason reason) {
        return server.counters().refused(reason).sum();
    }

    @Test
    void oneConnectionTooManyOfAnAddressIsTold() throws Exception {
        TestServer server = start(limited("--max-connections-per-address", 2));
        AddressClient first = connect(server, 2);
        first.assertServed();
        connect(server, 2).assertServed();

        connect(server, 2).expectFull();

        connect(server, 3).assertServed();
        first.assertServed();
        assertEquals(1, refused(server, RefusalReason.ADDRESS_CONNECTIONS));
        assertEquals(3, server.server().openSessions());
    }

    @Test
    void aPlaceOfAnAddressIsFreeWhenItsConnectionIsClosed() throws Exception {
        TestServer server = start(limited("--max-connections-per-address", 1));
        for (int i = 1; i <= 5; i++) {
            AddressClient client = connect(server, 2);
            client.assertServed();
            connect(server, 2).expectFull();

            client.close();
            Eventually.equal(0, server.server()::openSessions);
        }
        assertEquals(5, refused(server, RefusalReason.ADDRESS_CONNECTIONS));
    }

    /** An echo stands for a login here. */
    private static void logIn(Session session, Echo echo) {
        session.moveTo(SessionState.LOGGED_IN);
        session.send(echo);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNotLoggedInTakesAPlaceOfThoseWhoHaveNot(Threading threading) throws Exception {
        TestServer server =
                start(
                        threading
                                .server()
                                .onEcho(AddressLimitLoopbackTest::logIn)
                                .initialState(SessionState.CONNECTED)
                                .with("--limit-loopback", true)
                                .with("--max-unauthenticated-per-address", 2));
        AddressClient first = connect(server, 2);
        AddressClient second = connect(server, 2);
        second.assertServed();
        connect(server, 2).expectFull();
        connect(server, 3).assertServed();

        first.send(LOGIN);
        assertArrayEquals(LOGIN, first.read(LOGIN.length));
        connect(server, 2).assertServed();
        connect(server, 2).expectFull();

        second.close();
        Eventually.equal(3, server.server()::openSessions);
        connect(server, 2).assertServed();
        assertEquals(2, refused(server, RefusalReason.ADDRESS_UNAUTHENTICATED));
    }

    @Test
    void whereThereIsNoLoginNobodyIsUnauthenticated() throws Exception {
        TestServer server = start(limited("--max-unauthenticated-per-address", 1));
        connect(server, 2).assertServed();
        connect(server, 2).assertServed();
    }

    @Test
    void connectionsThatComeTooFastAreTold() throws Exception {
        TestServer server = start(limited("--max-connection-rate-per-address", 1));
        int served = 0;
        while (connect(server, 2).isServed()) {
            served++; // On a slow machine, one more each second.
        }

        connect(server, 3).assertServed();
        assertTrue(served >= 2, "served " + served);
        assertEquals(1, refused(server, RefusalReason.ADDRESS_RATE));
    }

    @Test
    void addressesThatAreGoneAreForgotten() throws Exception {
        TestServer server =
                start(
                        limited("--max-connection-rate-per-address", 10)
                                .with("--heartbeat-timeout", "1s")); // Four sweeps a second.
        for (int n = 2; n < 12; n++) {
            connect(server, n).assertServed();
        }
        assertEquals(10, server.server().addresses());

        for (AddressClient client : clients) {
            client.close();
        }

        Eventually.equal(0, server.server()::addresses);
    }

    @Test
    void thisMachineIsNotLimitedUnlessToldOtherwise() throws Exception {
        TestServer server =
                start(
                        TestServer.with("--max-connections-per-address", 1)
                                .with("--max-connection-rate-per-address", 1)
                                .with("--max-unauthenticated-per-address", 1)
                                .initialState(SessionState.CONNECTED));
        for (int i = 0; i < 5; i++) {
            connect(server, 2).assertServed();
        }
    }

    @Test
    void aFloodIsClosedWithoutAWordAndTheLogStaysShort() throws Exception {
        int flood = 500;
        TestServer server = start(limited("--max-connections-per-address", 1));
        try (LogCapture log = new LogCapture()) {
            AddressClient first = connect(server, 2);
            AddressClient neighbour = connect(server, 3);
            first.assertServed();
            long began = System.nanoTime();
            List<AddressClient> refused = new ArrayList<>();
            for (int i = 0; i < flood; i++) {
                refused.add(connect(server, 2));
            }
            neighbour.assertServed();
            Eventually.equal(
                    flood, server.counters().refused(RefusalReason.ADDRESS_CONNECTIONS)::sum);
            long seconds = 1 + (System.nanoTime() - began) / 1_000_000_000;
            int told = 0;
            for (AddressClient client : refused) {
                told += client.isToldBeforeItIsClosed() ? 1 : 0;
            }

            assertTrue(told >= Admission.NOTICES_PER_SECOND, "told " + told);
            assertTrue(told <= (seconds + 1) * Admission.NOTICES_PER_SECOND, "told " + told);
            int lines = log.lines("connection refused").size();
            assertTrue(lines >= 1 && lines <= 2 * (seconds + 1), () -> log.lines().toString());
            assertEquals(2, server.server().openSessions());
            first.assertServed();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTransportKnowsAnAddressOfVersionFourInVersionSix(TransportChoice transport)
            throws Exception {
        assumeVersionSix();
        if (transport != TransportChoice.AUTO) {
            String problem = Transport.valueOf(transport.name()).problem();
            Assumptions.assumeTrue(problem == null, transport + " does not load: " + problem);
        }
        TestServer server =
                start(
                        limited("--max-connections-per-address", 1)
                                .with("--transport", transport)
                                .with("--bind", "[::]:0"));
        int port = server.address().port();
        for (String address : new String[] {"127.0.0.2", "127.0.0.3"}) {
            connect("127.0.0.1", port, address).assertServed();
            connect("127.0.0.1", port, address).expectFull();
        }
        connect("::1", port, "::1").assertServed();
    }

    private static void assumeVersionSix() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new HostPort("::1", 0).toSocketAddress());
        } catch (IOException e) {
            Assumptions.abort("this machine has no IPv6: " + e.getMessage());
        }
    }

    private AddressClient connect(String host, int port, String from) throws IOException {
        AddressClient client =
                AddressClient.connect(new HostPort(host, port), new HostPort(from, 0));
        clients.add(client);
        return client;
    }
}
