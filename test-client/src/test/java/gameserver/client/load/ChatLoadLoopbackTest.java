package gameserver.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.client.load.ChatFixture.Behaviour;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
final class ChatLoadLoopbackTest {
    private static final int ROOMS = 3;
    private static final int USERS = 4;
    private static final long STALL_MILLIS = 500;
    private static final long NEARLY_THE_STALL = TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS - 100);

    @Test
    void countsWhatEveryoneHearsInTheClosedLoop() throws Exception {
        LoadResult result = load(ChatFixture::tellAll, /* inFlight= */ 4, /* rate= */ 0);

        assertTrue(result.isFlawless(), result.toText());
        assertTrue(result.heard() > 100 * USERS, result.toText());
        assertEquals(0, result.latencies().getTotalCount() % USERS, "all of a room hear it");
        assertTrue(
                result.toText()
                        .startsWith(
                                "chat        3 rooms of 4 users, 32 bytes, closed loop with 4 in"
                                        + " flight\nthroughput  "),
                result.toText());
        assertTrue(result.toText().contains(" deliveries/s, "), result.toText());
        assertTrue(result.cpuMicros().orElseThrow() > 0, result.toText());
        assertTrue(
                result.toJson()
                        .startsWith(
                                "{\"load\":\"chat\",\"loop\":\"closed\",\"connections\":12,"
                                        + "\"rooms\":3,\"usersPerRoom\":4,"),
                result.toJson());
        assertTrue(result.toJson().contains("\"serverCpuMicrosEach\":"), result.toJson());
    }

    @Test
    void measuresEachDeliveryOfTheOpenLoop() throws Exception {
        LoadResult result = load(ChatFixture::tellAll, 1, 500);

        assertTrue(result.isFlawless(), result.toText());
        assertEquals(500 * USERS, result.latencies().getTotalCount());
    }

    @Test
    void seesAStallAtEveryReceiverOfWhatWasDueMeanwhile() throws Exception {
        List<String> said = new ArrayList<>();
        Behaviour stalling =
                (speaker, room, message) -> {
                    said.add(message);
                    if (said.size() == 300) {
                        stall();
                    }
                    ChatFixture.tellAll(speaker, room, message);
                };

        LoadResult result = load(stalling, 1, 1000);

        assertTrue(result.isFlawless(), result.toText());
        long slow = result.latencies().getCountBetweenValues(NEARLY_THE_STALL, Long.MAX_VALUE);
        assertTrue(slow >= 90 * USERS, slow + " slow of " + result.toText());
    }

    static Stream<Arguments> wrongChats() {
        return Stream.of(
                wrong(
                        "the text of a notice is not what was sent",
                        (speaker, room, message) ->
                                speaker.hear(speaker, message.replace('a', 'b'))),
                wrong(
                        "the text of a notice is not what was sent",
                        (speaker, room, message) ->
                                speaker.hear(speaker, "0".repeat(16) + message.substring(16))),
                wrong(
                        "a notice of 16 bytes is not what anybody of this load has said",
                        (speaker, room, message) -> speaker.hear(speaker, "x")),
                wrong(
                        "a notice is not what anybody of this load has said",
                        (speaker, room, message) -> speaker.hear(speaker, "x".repeat(32))),
                wrong(
                        "somebody talks who is not of this load",
                        (speaker, room, message) ->
                                speaker.hear(
                                        speaker,
                                        message.substring(0, 16) + "000f" + message.substring(20))),
                wrong(
                        "another message came instead of number 1 of a user",
                        (speaker, room, message) -> {
                            speaker.hear(speaker, message);
                            speaker.hear(speaker, message);
                        }),
                wrong(
                        "a notice names the wrong speaker",
                        (speaker, room, message) -> {
                            int next = (room.indexOf(speaker) + 1) % room.size();
                            speaker.hear(room.get(next), message);
                        }),
                wrong(
                        "a message was refused: 54 NOT_IN_ROOM",
                        (speaker, room, message) ->
                                speaker.answer(Result.of(ErrorCode.NOT_IN_ROOM))));
    }

    private static Arguments wrong(String problem, Behaviour behaviour) {
        return arguments(problem, behaviour);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongChats")
    void saysWhatIsWrong(String problem, Behaviour behaviour) throws Exception {
        LoadResult result = load(behaviour, 1, 0);

        assertEquals(ROOMS * USERS, result.wrong());
        assertEquals(problem, result.firstProblem());
    }

    @Test
    void countsLostConnections() throws Exception {
        LoadResult result =
                load(
                        (speaker, room, message) -> speaker.session.close(CloseReason.PEER_CLOSED),
                        1,
                        0);

        assertEquals(ROOMS * USERS, result.lost());
    }

    @Test
    void missesWhatOneOfARoomDoesNotHear() throws Exception {
        LoadResult result =
                load(
                        (speaker, room, message) -> {
                            room.stream().skip(1).forEach(user -> user.hear(speaker, message));
                            if (speaker != room.get(0)) {
                                speaker.answer(Result.SUCCESS);
                            }
                        },
                        1,
                        10);

        assertEquals(0, result.wrong() + result.lost(), result.toText());
        // One user of each room hears nothing at all, not even the answers to its own messages.
        long itsOwn = Math.round(10.0 / USERS);
        assertTrue(Math.abs(result.unanswered() - 10 - itsOwn) <= 1, result.toText());
    }

    private static LoadResult load(Behaviour behaviour, int inFlight, long rate) throws Exception {
        LoadPlan plan =
                new LoadPlan(
                        new ChatLoad(ROOMS, USERS, /* roomStart= */ 0),
                        inFlight,
                        /* payloadBytes= */ 32,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        rate,
                        /* threads= */ 2);
        try (ChatFixture server = ChatFixture.start(behaviour)) {
            return LoadRun.run(server.target(), plan, nanos -> {});
        }
    }

    private static void stall() {
        try {
            Thread.sleep(STALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
