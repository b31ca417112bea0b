package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.TablesOverSockets.Client;
import gameserver.net.testing.NoLeaks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A round over a socket, byte for byte. */
@ExtendWith(NoLeaks.class)
final class RoundLoopbackTest {
    @Test
    void everyoneHearsTheseBytesAndNothingElse() throws Exception {
        Map<String, Client> clients = new HashMap<>();
        int heard = 0;
        try (TablesOverSockets tables = new TablesOverSockets()) {
            for (String line : lines()) {
                String[] words = line.split(" +", 3);
                Client client = clients.computeIfAbsent(words[0], name -> tables.connect());
                if (words[1].equals("says")) {
                    for (Client each : clients.values()) {
                        assertEquals(List.of(), each.hearsWhatCame(), () -> "before " + line);
                    }
                    client.saysHex(words[2]);
                } else {
                    assertMatches(words[2], client.hearsHex());
                    heard++;
                }
            }
        }
        assertTrue(heard > 30, "frames heard: " + heard);
    }

    /** A question mark stands for any digit. */
    private static void assertMatches(String expected, String actual) {
        String pattern = expected.replace(" ", "").replace('?', '.');
        assertTrue(actual.matches(pattern), () -> "expected " + expected + ", heard " + actual);
    }

    private static List<String> lines() throws IOException {
        try (InputStream file = RoundLoopbackTest.class.getResourceAsStream("/round.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
