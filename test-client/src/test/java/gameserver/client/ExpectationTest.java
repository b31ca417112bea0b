package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationTest {
    @Test
    void readsNameFieldsAndTime() throws Exception {
        assertEquals(
                new Expectation(Echo.TYPE, Map.of("payload", "안녕 hi"), Duration.ofSeconds(2)),
                parse("ECHO payload=\"안녕 hi\" within 2s"));
    }

    @Test
    void readsTheEndOfTheConnection() throws Exception {
        Expectation closed = parse("closed");

        assertNull(closed.type());
        assertNull(closed.timeout());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    ECHO hi                 | 'hi' is not FIELD=VALUE
                    ECHO text=hi            | ECHO has no field 'text'; it has: payload
                    ECHO payload=a payload=b | 'payload' is there twice
                    closed now=1            | closed has no field 'now'; it has: none
                    ECHO within soon        | 'soon' is not a duration (as 500ms, 5s, 2m, or 0)
                    ECHO payload="          | a quotation mark has no partner: ECHO payload="
                    PONG                    | no server sends a packet 'PONG'; servers send: ECHO, PING_RES, ERROR_NTF
                    PING_REQ                | no server sends a packet 'PING_REQ'; servers send: ECHO, PING_RES, ERROR_NTF
                    within 2s               | usage: expect NAME [FIELD=VALUE ...] [within TIME]
                    """)
    void saysWhatIsWrong(String arguments, String message) {
        CommandException wrong = assertThrows(CommandException.class, () -> parse(arguments));

        assertEquals(message, wrong.getMessage());
    }

    private static Expectation parse(String arguments) throws CommandException {
        return Expectation.parse(arguments, CommonPackets.CATALOG);
    }
}
