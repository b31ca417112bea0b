package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.PostgresSchema;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two API servers with one PostgreSQL and one Redis are one API. */
final class TwoServersLoopbackTest {
    private TestApi one;
    private TestApi two;

    @BeforeEach
    void start() {
        one = TestApi.start(Storage.POSTGRESQL_AND_REDIS, InstantSource.system());
        two = one.startTwin();
    }

    @AfterEach
    void stop() {
        if (two != null) {
            two.close();
        }
        if (one != null) {
            one.close();
        }
    }

    private TestApi either(int i) {
        return i % 2 == 0 ? one : two;
    }

    @Test
    void whatOneIssuesTheOtherConsumesOnce() {
        one.serverAlive("chat-1", TestApi.server("chat", 0, 100, false));
        String access = one.logIn("한글");
        String token = two.tokenFor(access, "chat").send().expect(200).text("token");

        List<Answer> answers = Http.together(50, i -> either(i).consuming(token, "한글", "chat-1"));

        assertEquals(50, Http.count(answers, 200));
        assertEquals(1, answers.stream().filter(a -> a.text("valid").equals("true")).count());
    }

    @Test
    void aLogoutAtOneHoldsForTheOther() {
        one.serverAlive("chat-1", TestApi.server("chat", 0, 100, false));
        String access = one.logIn("mina");
        String token = one.tokenFor(access, "chat").send().expect(200).text("token");

        two.call("POST", "/v1/logout").bearer(access).send().expect(204);

        one.assertConsumed(false, token, "mina", "chat-1");
        one.tokenFor(access, "chat").send().expectProblem(401);
    }

    @Test
    void anAccountIsOpenedOnce() {
        List<Answer> answers =
                Http.together(
                        100,
                        i ->
                                either(i)
                                        .call("POST", "/v1/accounts")
                                        .json(credentials("popular", PASSWORD)));

        assertEquals(1, Http.count(answers, 201), answers::toString);
        assertEquals(99, Http.count(answers, 409));
        one.post("/v1/login", credentials("popular", PASSWORD)).expect(200);
        two.post("/v1/login", credentials("popular", PASSWORD)).expect(200);
    }

    @Test
    void bothGiveOutThePlacesOfAServerTogether() {
        two.serverAlive("chat-1", TestApi.server("chat", 0, 150, false));
        List<String> access = one.logInAll("many-", 200);

        List<Answer> answers = Http.together(200, i -> either(i).tokenFor(access.get(i), "chat"));

        assertEquals(150, Http.count(answers, 200), answers::toString);
        assertEquals(50, Http.count(answers, 503));
    }

    @Test
    void heartbeatsInBetweenGiveOutNoPlaceTwice() {
        String server = TestApi.server("chat", 0, 150, false);
        two.serverAlive("chat-1", server);
        List<String> access = one.logInAll("many-", 220);

        List<Answer> answers =
                Http.together(
                        220,
                        i ->
                                i % 11 == 0
                                        ? either(i).heartbeating("chat-1", server)
                                        : either(i).tokenFor(access.get(i), "chat"));

        assertEquals(20, Http.count(answers, 204));
        assertEquals(150, Http.count(answers, 200), answers::toString);
        assertEquals(50, Http.count(answers, 503));
    }

    @Test
    void bothFormTablesOfOneQueueAndNobodyIsMatchedTwice() {
        String rooms = IntStream.range(0, 30).boxed().toList().toString();
        String server =
                TestApi.server("cards", 0, 100, false)
                        .replace("}", ", \"matchRooms\": %s}".formatted(rooms));
        one.serverAlive("cards-1", server);
        List<Player> players =
                IntStream.range(0, 60)
                        .mapToObj(
                                i -> new Player(either(i), either(i / 2), one.logIn("player-" + i)))
                        .toList();

        List<CompletableFuture<Answer>> plays =
                players.stream().map(player -> player.play("cards", 3)).toList();
        Player.awaitAll(plays);

        Map<String, Long> users =
                plays.stream()
                        .map(play -> play.join().expect(200).json().path("room").asText())
                        .collect(Collectors.groupingBy(room -> room, Collectors.counting()));
        assertEquals(20, users.size(), users::toString);
        assertEquals(Set.of(3L), Set.copyOf(users.values()), users::toString);
    }

    @Test
    void aTicketLivesForItsTimeHoweverTheClocksOfTheServersDiffer() {
        InstantSource slow = InstantSource.offset(InstantSource.system(), Duration.ofHours(-1));
        try (TestApi three = one.startTwin(slow)) {
            Player player = Player.logIn(three, "slow");
            String ticket = player.joining("cards", 2).send().expect(202).text("ticket");

            assertEquals("waiting", player.asking(ticket, "2s").send().text("status"));
        }
    }

    @Test
    void aThirdThatStartsLaterKnowsEverything() {
        one.serverAlive("chat-1", TestApi.server("chat", 0, 100, false));
        String access = one.logIn("early");

        try (TestApi three = one.startTwin()) {
            three.tokenFor(access, "chat").send().expect(200);
            three.post("/v1/login", credentials("early", PASSWORD)).expect(200);
        }
    }

    @Test
    void twoThatStartTogetherBringTheSchemaUpToDateOnce() {
        try (PostgresSchema schema = PostgresSchema.create()) {
            Storage.Space empty =
                    new Storage.Space(List.of("--database=" + schema.url()), List.of());
            Supplier<TestApi> start = () -> TestApi.start(empty, InstantSource.system());

            CompletableFuture<TestApi> first = CompletableFuture.supplyAsync(start);
            CompletableFuture<TestApi> second = CompletableFuture.supplyAsync(start);

            try (TestApi three = first.join();
                    TestApi four = second.join()) {
                three.register("mina");
                four.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
            }
        }
    }
}
