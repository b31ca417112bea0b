package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.NoLeaks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Says what was once said to another server, and hears what was heard there, byte for byte. */
@ExtendWith(NoLeaks.class)
final class RecordedConversationLoopbackTest {
    @Test
    void everyoneHearsTheRecordedBytesAndNothingElse() throws Exception {
        Map<String, Guest> guests = new HashMap<>();
        int heard = 0;
        try (ChatTestServer server = ChatTestServer.start()) {
            for (String line : recordedLines()) {
                String[] words = line.split(" ", 3);
                Guest guest = guests.computeIfAbsent(words[0], name -> server.connect());
                if (words[1].equals("says")) {
                    guests.values().forEach(Guest::hearsNothingMore);
                    guest.saysHex(words[2]);
                } else {
                    guest.hearsHex(words[2]);
                    heard++;
                }
            }
            guests.values().forEach(Guest::hearsNothingMore);
        }
        assertTrue(heard > 15, "frames heard: " + heard);
    }

    private static List<String> recordedLines() throws IOException {
        String name = ChatUnderTest.create().recordedConversation();
        try (InputStream file = RecordedConversationLoopbackTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
