package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code /v1/matches}: from a wish to a seat at a table. Each test has its own game. */
final class MatchesLoopbackTest {
    private final TestApi api;

    MatchesLoopbackTest(TestApi api) {
        this.api = api;
    }

    private Player logIn(String userId) {
        return Player.logIn(api, userId);
    }

    private void server(String id, String game, String rooms) {
        String json =
                TestApi.server(game, 0, 100, false)
                        .replace("}", ", \"matchRooms\": [%s]}".formatted(rooms));
        api.serverAlive(id, json);
    }

    @OnEachStorage
    void threeWhoAskForATableOfThreeMeetAtOne() {
        server("three-1", "three", "500, 501");
        List<String> users = List.of("three-a", "three-b", "three-c");

        List<CompletableFuture<Answer>> plays =
                users.stream().map(user -> logIn(user).play("three", 3)).toList();

        for (int i = 0; i < 3; i++) {
            Answer answer = plays.get(i).join();
            assertEquals("matched", answer.text("status"), answer.body());
            assertEquals("three-1", answer.json().path("server").path("id").asText());
            assertEquals("10.0.0.1", answer.json().path("server").path("host").asText());
            assertEquals(500, answer.json().path("room").asInt());
            Answer consumed = api.consuming(answer.text("token"), users.get(i), "three-1").send();
            assertEquals("{\"valid\":true,\"room\":500}", consumed.expect(200).body());
        }
    }

    @OnEachStorage
    void fortyTablesAreFormedOfThoseWhoComeAtOnce() {
        List<Player> players = IntStream.range(0, 80).mapToObj(i -> logIn("rush-" + i)).toList();
        server("rush-1", "rush", ids(0, 40));

        List<CompletableFuture<Answer>> plays =
                players.stream().map(player -> player.play("rush", 2)).toList();
        Player.awaitAll(plays);

        List<String> seats =
                plays.stream().map(play -> play.join().json().path("room").asText()).toList();
        Set<String> tables = new HashSet<>(seats);
        assertEquals(40, tables.size(), seats::toString);
        seats.stream()
                .collect(Collectors.groupingBy(room -> room))
                .forEach((room, users) -> assertEquals(2, users.size(), room));
    }

    private static String ids(int first, int end) {
        return IntStream.range(first, end).mapToObj(i -> "" + i).collect(Collectors.joining(", "));
    }

    @OnEachStorage
    void aLostAnswerCostsNothingSinceItCanBeAskedForAgain() {
        server("again-1", "again", "7");
        Player player = logIn("again-a");
        CompletableFuture<Answer> other = logIn("again-b").play("again", 2);
        String ticket = joiningTwice(player);
        Answer lost = player.untilMatched(ticket).join();

        Answer first = player.asking(ticket, "5s").send();

        assertEquals("matched", other.join().text("status"));
        assertEquals(lost.json().path("room"), first.json().path("room"));
        api.assertConsumed(false, first.text("token"), "again-a", "another");
        assertSeated(first.text("token"), "again-a", "again-1");
    }

    /** A game server takes a token before it knows whether it can let its user in. */
    @OnEachStorage
    void whoHasComeAndIsSentAwayGetsAnotherTokenForTheSamePlaceOrLooksForAnotherTable() {
        server("away-1", "away", "7");
        Player player = logIn("away-a");
        CompletableFuture<Answer> other = logIn("away-b").play("away", 2);
        String ticket = player.joining("away", 2).send().expect(202).text("ticket");
        Answer first = player.untilMatched(ticket).join();
        assertEquals("matched", other.join().text("status"));
        assertSeated(first.text("token"), "away-a", "away-1");

        Answer second = player.asking(ticket, "5s").send();
        Answer third = player.asking(ticket, "0").send();
        assertEquals("matched", second.text("status"));
        assertEquals(first.json().path("room"), second.json().path("room"));
        assertSeated(second.text("token"), "away-a", "away-1");
        assertSeated(third.text("token"), "away-a", "away-1");

        String next = player.joining("away", 2).send().expect(202).text("ticket");
        assertEquals("waiting", player.asking(next, "0").send().text("status"));
        assertEquals("expired", player.asking(ticket, "0").send().text("status"));
    }

    private void assertSeated(String token, String userId, String serverId) {
        Answer answer = api.consuming(token, userId, serverId).send().expect(200);
        assertEquals("{\"valid\":true,\"room\":7}", answer.body());
    }

    private static String joiningTwice(Player player) {
        String ticket = player.joining("again", 2).send().expect(202).text("ticket");
        assertEquals(ticket, player.joining("again", 2).send().expect(202).text("ticket"));
        return ticket;
    }

    @OnEachStorage
    void aWaitEndsWithItsTimeAndLeavingEndsTheTicket() {
        Player player = logIn("alone");
        String ticket = player.joining("alone", 2).send().expect(202).text("ticket");

        long asked = System.nanoTime();
        assertEquals("waiting", player.asking(ticket, "300ms").send().text("status"));
        assertTrue(Duration.ofNanos(System.nanoTime() - asked).toMillis() >= 300);
        player.leaving(ticket).send().expect(204);

        assertEquals("expired", player.asking(ticket, "5s").send().text("status"));
    }

    @OnEachStorage
    void whoLeavesWhileOthersWaitIsNotMatched() {
        server("left-1", "left", "1");
        Player gone = logIn("left-gone");
        String ticket = gone.joining("left", 3).send().text("ticket");
        CompletableFuture<Answer> a = logIn("left-a").play("left", 3);
        gone.leaving(ticket).send().expect(204);
        CompletableFuture<Answer> b = logIn("left-b").play("left", 3);
        CompletableFuture<Answer> c = logIn("left-c").play("left", 3);

        for (CompletableFuture<Answer> play : List.of(a, b, c)) {
            assertEquals(1, play.join().json().path("room").asInt());
        }
        assertEquals("expired", gone.asking(ticket, "0").send().text("status"));
    }

    @OnEachStorage
    void aServerWithRoomsThatAreTooSmallGetsNoTable() {
        String small =
                TestApi.server("small", 50, 100, false)
                        .replace("}", ", \"matchRooms\": [1], \"roomSize\": 2}");
        api.serverAlive("small-1", small);
        server("small-2", "small", "9");
        List<CompletableFuture<Answer>> plays =
                IntStream.range(0, 3).mapToObj(i -> logIn("small-" + i).play("small", 3)).toList();

        for (CompletableFuture<Answer> play : plays) {
            assertEquals(9, play.join().json().path("room").asInt());
        }
    }

    @OnEachStorage
    void aTicketIsItsUsersOwn() {
        Player player = logIn("own-a");
        String ticket = player.joining("own", 2).send().text("ticket");

        assertEquals("expired", logIn("own-b").asking(ticket, "0").send().text("status"));
        api.get("/v1/matches/" + ticket).expectProblem(401);
        assertEquals("waiting", player.asking(ticket, "0").send().text("status"));
    }

    @OnEachStorage
    void badWishesAreToldWhatIsWrong() {
        Player player = logIn("bad");
        for (int size : new int[] {-1, 0, 1, 8, Integer.MAX_VALUE}) {
            player.joining("bad", size).send().expectWrong("size");
        }
        player.joining("Not A Game", 2).send().expectWrong("game");
        for (String wait : List.of("soon", "5", "-1s", "%20", "99999999999s")) {
            player.asking("x", wait).send().expectWrong("wait");
        }
        List<Answer> answers = new ArrayList<>();
        for (String ticket : List.of("x", "%00", "..%2f", "a".repeat(500))) {
            answers.add(player.asking(ticket, "0").send());
        }
        assertTrue(answers.stream().allMatch(a -> a.status() < 500), answers::toString);
        api.post("/v1/matches", "{}").expectProblem(401);
    }
}
