package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client in the other format, with the real server. */
@Timeout(60)
final class MessagePackIT {
    @TempDir private Path directory = Path.of("");
    private ServerProcess server;
    private HostPort address;

    @BeforeEach
    void start() {
        server =
                ServerProcess.start(
                        Path.of(System.getProperty("chat-server-msgpack.jar")),
                        "--bind=127.0.0.1:0",
                        "--log-level=warn");
        address = server.awaitReady();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                TestClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(arguments);
        assertEquals("", err.toString());
        assertEquals(0, exitCode);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void aScriptExpectsThePacketsOfAChat() throws Exception {
        Path script = directory.resolve("script.txt");
        Files.writeString(
                script,
                """
                connect
                enter 3
                expect ERROR_NTF code=NOT_LOGGED_IN
                login 앨리스
                expect LOGIN_RES result=SUCCESS
                enter 3
                expect ROOM_ENTER_RES result=SUCCESS roomNumber=none roomUserId=1
                who
                chat 안녕 hi
                expect ROOM_CHAT_NTF roomUserId=1 message="안녕 hi"
                expect ROOM_CHAT_RES result=SUCCESS
                relay 0xc1ff
                expect ROOM_RELAY_NTF payload=0xc1ff
                ping 7
                expect PING_RES number=7
                echo 안녕
                expect ECHO payload=안녕
                # A chat whose message is no text.
                raw 0b00 db02 00 81 a3 4d7367 05
                expect ROOM_CHAT_RES result=PACKET_DECODING_FAIL
                leave
                expect ROOM_LEAVE_RES result=SUCCESS
                """);

        String shown =
                run(
                        "--format=msgpack",
                        "--inspector",
                        "--script=" + script,
                        "--connect=" + address);

        assertTrue(shown.contains("room 3: 앨리스 (you)\n"), shown);
        assertTrue(shown.contains("81 a3 4d 73 67 a9 ec 95  88 eb 85 95 20 68 69"), shown);
        assertTrue(shown.contains("message       \"안녕 hi\""), shown);
    }

    @Test
    void aPersonTalksWithBotsAndIsInvited() throws Exception {
        ApiSettings api = ApiSettings.USUAL;
        try (Person guest = new Person(address, Format.MSGPACK, api);
                Person friend = new Person(address, Format.MSGPACK, api)) {
            guest.says("connect");
            guest.says("login guest");
            guest.says("enter 4");
            guest.awaits("* you are alone in room 4"::equals);
            var bots =
                    CompletableFuture.supplyAsync(
                            () ->
                                    run(
                                            "bots",
                                            "--format=msgpack",
                                            "--connect=" + address,
                                            "--count=2",
                                            "--rooms=1",
                                            "--room-start=4",
                                            "--rate=2",
                                            "--duration=5s"));
            guest.awaits("* mina has entered"::equals);
            guest.says("whisper mina hi");
            guest.awaits(line -> line.startsWith("mina whispers: "));

            friend.says("connect");
            friend.says("login 친구");
            friend.awaits("* you are logged in as 친구"::equals);
            guest.says("invite 친구");
            friend.awaits("* guest invites you into room 4; say 'accept' or 'decline'"::equals);
            friend.says("accept");
            friend.awaits(line -> line.startsWith("* you are in room 4 with guest"));
            guest.awaits("* 친구 has accepted your invitation"::equals);

            assertTrue(bots.join().endsWith(" heard, 0 bots lost\n"));
        }
    }
}
