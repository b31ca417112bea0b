package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way from no account into a game, with the real API server. */
@Timeout(60)
final class ApiServerIT {
    @TempDir private Path directory = Path.of("");

    private ServerProcess api;
    private LoginFixture game;
    private Registration registration;
    private Person alice;

    @BeforeEach
    void start() {
        api =
                ServerProcess.start(
                        Path.of(System.getProperty("api-server.jar")),
                        "--bind=127.0.0.1:0",
                        "--database=jdbc:sqlite:" + directory.resolve("accounts.db"),
                        "--secret=" + Registration.SECRET,
                        "--log-level=warn");
        URI address = URI.create("http://" + api.awaitReady());
        game = LoginFixture.start();
        registration = new Registration(address, game.address());
        alice = new Person(game.address(), new ApiSettings(address, Registration.GAME));
    }

    @AfterEach
    void stop() {
        alice.close();
        registration.close();
        game.close();
        api.close();
    }

    @Test
    void leadsFromNoAccountIntoAGame() throws Exception {
        registration.begin();
        alice.saysAndReads(
                "register alice 비밀번호 8자 이상", "the account alice is open; 'api-login' logs in");

        alice.says("api-login alice 비밀번호 8자 이상");
        alice.reads("connected to " + game.address());
        alice.reads("* you are logged in as alice");

        String token = game.logins().remove().password().toText();
        assertEquals("{\"valid\":true}", registration.consume(token, "alice"));
        assertEquals("{\"valid\":false}", registration.consume(token, "alice"));
    }

    @Test
    void saysWhatTheApiServerRefuses() throws Exception {
        assertFails(
                "register alice short", "register refused: 422 password: not 8 to 128 characters");
        assertFails(
                "register abcdefghijklmnopq password",
                "register refused: 422 userId: not 1 to 16 bytes of UTF-8 without control characters");
        assertFails(
                "api-login alice password",
                "api-login refused: 401 no such account, or not its password;"
                        + " 'register' opens an account");
        alice.saysAndReads(
                "register alice password", "the account alice is open; 'api-login' logs in");
        assertFails(
                "register alice password",
                "register refused: 409 the user id is taken;"
                        + " take another, or say 'api-login' if it is yours");
        assertFails(
                "api-login alice password",
                "api-login refused: 503 no server of that game has a free place;"
                        + " try again in 2 s");
    }

    @Test
    void saysWhenToTryAgainAfterTooManyWrongPasswords() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertFails(
                    "api-login alice wrong-one",
                    "api-login refused: 401 no such account, or not its password;"
                            + " 'register' opens an account");
        }
        CommandException e =
                assertThrows(CommandException.class, () -> alice.says("api-login alice wrong-one"));

        assertEquals(
                "api-login refused: 429 too many failed logins; try again in N s",
                e.getMessage().replaceFirst("[0-9]+ s$", "N s"));
    }

    private void assertFails(String line, String message) {
        CommandException e = assertThrows(CommandException.class, () -> alice.says(line));
        assertEquals(message, e.getMessage());
    }
}
