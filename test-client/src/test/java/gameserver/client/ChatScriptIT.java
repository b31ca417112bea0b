package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.ServerProcess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A script with the real server. */
@Timeout(60)
final class ChatScriptIT {
    @TempDir private Path directory = Path.of("");

    @Test
    void expectsThePacketsOfAChat() throws Exception {
        assertEquals(
                "room 3: alice (you)\nyou are in no room; say 'enter' first\n",
                run(
                        """
                        connect
                        enter 3
                        expect ERROR_NTF code=NOT_LOGGED_IN
                        login alice
                        expect LOGIN_RES result=SUCCESS
                        login bob
                        expect LOGIN_RES result=LOGIN_DUPLICATE
                        enter 3
                        expect ROOM_ENTER_RES result=1 roomNumber=3 roomUserId=1
                        who
                        chat 안녕 hi
                        expect ROOM_CHAT_NTF roomUserId=1 message="안녕 hi"
                        expect ROOM_CHAT_RES result="1 SUCCESS"
                        relay 안녕
                        expect ROOM_RELAY_NTF payload=안녕
                        whisper alice me
                        expect WHISPER_RES result=193
                        connect
                        login bob
                        expect LOGIN_RES result=SUCCESS
                        enter
                        expect ROOM_ENTER_RES roomNumber=0
                        leave
                        expect ROOM_LEAVE_RES result=SUCCESS
                        enter 5
                        expect ROOM_ENTER_RES roomNumber=5
                        disconnect
                        who
                        """));
    }

    private String run(String script) throws Exception {
        Path file = directory.resolve("script.txt");
        Files.writeString(file, script);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (ServerProcess server = ChatServerJar.start()) {
            String address = server.awaitReady().toString();
            int exitCode =
                    TestClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                            .execute("--script", file.toString(), "--connect", address);
            assertEquals("", err.toString());
            assertEquals(0, exitCode);
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
