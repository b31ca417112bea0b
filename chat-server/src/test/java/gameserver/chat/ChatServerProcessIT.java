package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar as a process: its options, its READY line, its end, and a chat with it. */
class ChatServerProcessIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static ClientThreads threads;

    @BeforeAll
    static void startThreads() {
        threads = new ClientThreads(1);
    }

    @AfterAll
    static void stopThreads() {
        threads.close();
    }

    private static Guest connect(HostPort address) throws Exception {
        return new Guest(NetClient.connect(threads, address, DIALECT, SOON));
    }

    @ParameterizedTest
    @CsvSource({
        "--room-size, 1, 1 is not in 2..256",
        "--room-size, 257, 257 is not in 2..256",
        "--rooms, 0, 0 is not in 1..100000",
        "--rooms, 100001, 100001 is not in 1..100000",
        "--room-start, -1, -1 is not in 0..2147482647",
        "--room-start, 2147482648, 2147482648 is not in 0..2147482647",
        "--room-start, 2147483648, 2147483648",
        "--rooms, many, many",
        "--duplicate-login, maybe, maybe"
    })
    void aWrongValueIsOneLineThatNamesItAndAHint(String option, String value, String complaint)
            throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, option + "=" + value)) {
            assertEquals(2, server.awaitExit(SOON));

            List<String> lines = server.errors().lines().toList();
            assertEquals(2, lines.size(), server.errors());
            assertTrue(lines.get(0).startsWith("chat-server: "), lines.get(0));
            assertTrue(lines.get(0).contains(option), lines.get(0));
            assertTrue(lines.get(0).contains(complaint), lines.get(0));
            assertEquals("Try 'chat-server --help' for the options.", lines.get(1));
            assertEquals("", server.readAll());
        }
    }

    @Test
    void theConfigShowsTheOptionsOfTheChat() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(
                        JAR, "--room-size=7", "--duplicate-login=replace", "--print-config")) {
            String printed = server.readAll();

            assertEquals(0, server.awaitExit(SOON));
            assertPrinted(printed, "--rooms", "1000", "default");
            assertPrinted(printed, "--room-start", "0", "default");
            assertPrinted(printed, "--room-size", "7", "command line");
            assertPrinted(printed, "--duplicate-login", "(replace|REPLACE)", "command line");
        }
    }

    private static void assertPrinted(String printed, String option, String value, String origin) {
        String pattern = option + " +" + value + " +" + origin + " *";
        assertTrue(printed.lines().anyMatch(line -> line.matches(pattern)), printed);
    }

    @Test
    void theReadyLineTellsWhereAKoreanChatIs() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(JAR, "--bind=127.0.0.1:0", "--room-start=5", "--rooms=1")) {
            HostPort address = server.awaitReady();
            Guest minjun = connect(address).logsIn("민준");
            minjun.asksToEnter(5).hears(Replies.entered(5, 1));
            Guest seoyeon = connect(address).logsIn("서연");
            long invitation = minjun.invites("서연");

            seoyeon.hears(Replies.invitation(invitation, 5, "민준")).accepts(invitation);

            seoyeon.hears(Replies.ANSWERED, Replies.here(Replies.user(1, "민준")));
            seoyeon.hears(Replies.entered(5, 2));
            minjun.hears(Replies.came(2, "서연"), Replies.accepted(invitation, "서연"));
            seoyeon.chats("안녕하세요").hears(Replies.said(2, "안녕하세요"), Replies.CHATTED);
            minjun.hears(Replies.said(2, "안녕하세요")).vanishes();
            seoyeon.hears(Replies.went(1)).hearsNothingMore().vanishes();
        }
    }

    @Test
    void aSignalTellsThoseInRoomsAndEndsTheProcess() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--bind=127.0.0.1:0")) {
            Guest alice = connect(server.awaitReady()).logsIn("alice");
            alice.enters(0);

            server.terminate();

            alice.hearsError(ErrorCode.SERVER_DRAINING).hearsTheEnd();
            assertEquals(0, server.awaitExit(SOON));
            assertEquals("", server.readAll());
        }
    }

    @Test
    void theNewerLoginWinsWhereTheOptionSaysSo() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(JAR, "--bind=127.0.0.1:0", "--duplicate-login", "replace")) {
            HostPort address = server.awaitReady();
            Guest older = connect(address).logsIn("alice");

            Guest newer = connect(address).logsIn("alice");

            older.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
            newer.hearsNothingMore().vanishes();
        }
    }
}
