package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Users find each other and play: the API server and two game servers as processes. */
@Timeout(120)
final class MatchIT {
    private static final String SECRET = "the-secret-of-the-test";

    @TempDir private Path directory = Path.of("");

    private static ServerProcess startTable(URI api, String id) {
        return ServerProcess.start(
                Path.of(System.getProperty("baccarat-server.jar")),
                "--bind=127.0.0.1:0",
                "--api=" + api,
                "--api-timeout=5s",
                "--server-id=" + id,
                "--secret=" + SECRET,
                "--betting-time=3s",
                "--log-level=warn");
    }

    @Test
    void sixUsersMeetAtTwoTablesAndPlay() throws Exception {
        try (ServerProcess api =
                ServerProcess.start(
                        Path.of(System.getProperty("api-server.jar")),
                        "--bind=127.0.0.1:0",
                        "--database=jdbc:sqlite:" + directory.resolve("game.db"),
                        "--secret=" + SECRET,
                        "--log-level=warn")) {
            URI address = URI.create("http://" + api.awaitReady());
            try (ServerProcess one = startTable(address, "table-1");
                    ServerProcess two = startTable(address, "table-2")) {
                one.awaitReady();
                two.awaitReady();
                play(address);
            }
        }
    }

    private static void play(URI api) throws Exception {
        HostPort nowhere = HostPort.parse("127.0.0.1:1");
        List<Person> people = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (String name : List.of("앨리스", "bob", "카롤", "dave", "에바", "frank")) {
                Person person = new Person(nowhere, new ApiSettings(api, "baccarat-server"));
                people.add(person);
                assertThrows(CommandException.class, () -> person.says("match 3"));
                person.says("register " + name + " password");
                person.says("api-login " + name + " password");
                person.awaits(("* you are logged in as " + name)::equals);
            }
            List<Future<?>> matches = new ArrayList<>();
            for (Person person : people) {
                matches.add(
                        threads.submit(
                                () -> {
                                    person.says("match 3");
                                    return null;
                                }));
            }
            for (Future<?> match : matches) {
                match.get();
            }
            Set<String> tables = new HashSet<>();
            for (Person person : people) {
                tables.add(person.awaits(line -> line.matches("\\* you are .*room \\d+.*")));
            }
            assertEquals(2, tables.stream().map(MatchIT::roomNumber).distinct().count());
            for (Person person : people) {
                person.says("start");
            }
            for (Person person : people) {
                person.awaits(line -> line.startsWith("* round 1:"));
                person.says("bet player 500");
            }
            for (Person person : people) {
                person.awaits(line -> line.matches("\\* player .*banker .*"));
            }
        } finally {
            people.forEach(Person::close);
            threads.shutdownNow();
        }
    }

    private static String roomNumber(String line) {
        return line.replaceAll("\\D*(\\d+).*", "$1");
    }
}
