package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static gameserver.net.testing.Messages.assertNames;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.account.HashCost;
import gameserver.net.server.ServerStartException;
import gameserver.net.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server finds when it starts. */
final class StartLoopbackTest {
    @TempDir private Path folder;

    private TestApi start() {
        return TestApi.start(
                new Storage.Space(List.of(database()), List.of()), InstantSource.system());
    }

    private String database() {
        return "--database=jdbc:sqlite:" + folder.resolve("accounts.db");
    }

    @Test
    void accountsOutliveTheServer() {
        try (TestApi api = start()) {
            api.register("한글");
        }

        try (TestApi api = start()) {
            api.post("/v1/login", credentials("한글", PASSWORD)).expect(200);
            api.post("/v1/accounts", credentials("한글", PASSWORD)).expectProblem(409);
        }
    }

    @Test
    void aPasswordIsKeptAsItsArgon2idHash() throws Exception {
        try (TestApi api = start()) {
            api.register("mina");
            String url = database().replace("--database=", "");
            try (Connection connection = DriverManager.getConnection(url);
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery("SELECT password_hash FROM account")) {
                assertTrue(rows.next());
                assertTrue(rows.getString(1).startsWith("$argon2id$v=19$m="), rows.getString(1));
            }
        }
        byte[] file = Files.readAllBytes(folder.resolve("accounts.db"));
        assertFalse(new String(file, StandardCharsets.ISO_8859_1).contains(PASSWORD));
    }

    @Test
    void whatIsMissingIsToldInOneLineAndLeavesNothingOpen() throws Exception {
        assertFails("can't open --database: ", "--database=jdbc:sqlite:" + folder + "/no/such.db");
        Files.writeString(folder.resolve("text"), "no database ".repeat(1000));
        assertFails("can't open --database: ", "--database=jdbc:sqlite:" + folder + "/text");
        assertFails(
                "can't open --database: Connection refused",
                "--database=jdbc:postgresql://127.0.0.1:1/a?user=a&password=hush");
        assertFails(
                "can't open --database: no driver understands its URL",
                "--database=jdbc:postgresql://127.0.0.1:x/a?password=hush");
        assertFails("can't reach --redis: ", "--redis=redis://user:hush@127.0.0.1:1");
        try (TestApi api = start()) {
            assertFails("the port is in use", "--bind=" + api.address());
        }
        Eventually.equal(0, StartLoopbackTest::threadsOfPoolsAndClients);
    }

    private static long threadsOfPoolsAndClients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("database") || name.contains("lettuce"))
                .count();
    }

    private void assertFails(String message, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "--bind=127.0.0.1:0";
        all[1] = database();
        System.arraycopy(options, 0, all, 2, options.length);
        ServerStartException failed =
                assertThrows(
                        ServerStartException.class,
                        () ->
                                Api.start(
                                        ApiOptions.of(all),
                                        InstantSource.system(),
                                        HashCost.USUAL));

        assertNames(failed, message);
        assertFalse(failed.getMessage().contains("hush"), failed.getMessage());
        assertFalse(failed.getMessage().contains("\n"), failed.getMessage());
    }
}
