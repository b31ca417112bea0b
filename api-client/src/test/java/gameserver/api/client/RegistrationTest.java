package gameserver.api.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.server.ServerStartException;
import gameserver.net.testing.ApiFixture;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RegistrationTest {
    private final AtomicInteger users = new AtomicInteger();
    private ApiFixture server;
    private GameServerApi api;

    @BeforeEach
    void start() throws Exception {
        server = ApiFixture.start();
        ApiHttp http = new ApiHttp(server.address(), "the-secret", Duration.ofMillis(900));
        api = new GameServerApi(http, "baccarat-server", "table-1", "run-1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Registration register() {
        return Registration.start(
                api,
                HostPort.parse("[2001:db8::1]:11021"),
                () -> new ServerStatus(users.get(), 150, 3, List.of(500, 507), 7));
    }

    private static String heartbeat(int users, boolean draining) {
        return """
                PUT /v1/internal/servers/table-1 application/json \
                {"game":"baccarat-server","host":"2001:db8::1","port":11021,"users":%d,\
                "capacity":150,"rooms":3,"draining":%s,"run":"run-1","roomSize":7,\
                "matchRooms":[500,507]}"""
                .formatted(users, draining);
    }

    @Test
    void isKnownWhenItHasStartedAndTellsHowItIs() throws Exception {
        server.answers(204, "");
        try (Registration registration = register()) {
            assertTrue(registration.isRegistered());
            assertEquals(List.of(heartbeat(0, false)), List.copyOf(server.calls()));

            users.set(7);
            Eventually.isTrue("has told it", () -> last(server).equals(heartbeat(7, false)));
        }
    }

    private static String last(ApiFixture server) {
        return server.calls().stream().reduce("", (before, call) -> call);
    }

    @Test
    void tellsAtOnceThatItDrains() {
        server.answers(204, "");
        try (Registration registration = register()) {
            registration.drain(TestServer.PATIENCE);

            assertEquals(
                    List.of(heartbeat(0, false), heartbeat(0, true)), List.copyOf(server.calls()));
        }
    }

    @Test
    void doesNotStartWithAWrongSecret() {
        server.answers(401, "{\"detail\":\"not the secret of the game servers\"}");

        ServerStartException e = assertThrows(ServerStartException.class, this::register);

        assertEquals(
                "the API server " + server.address() + " does not take this --secret",
                e.getMessage());
    }

    @Test
    void keepsTryingWhereItsNameIsTaken() throws Exception {
        server.answers(409, "{\"detail\":\"a server at another address has this id\"}");
        try (Registration registration = register()) {
            assertFalse(registration.isRegistered());

            server.answers(204, "");
            Eventually.isTrue("registered", registration::isRegistered);

            server.answers(500, "");
            Eventually.isTrue("refused", () -> !registration.isRegistered());
        }
    }

    @Test
    void startsAndStopsWithoutAnApiServer() {
        server.close();
        try (Registration registration = register()) {
            assertFalse(registration.isRegistered());
            registration.drain(TestServer.PATIENCE);
        }
    }
}
