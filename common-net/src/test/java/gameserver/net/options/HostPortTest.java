package gameserver.net.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:11021,127.0.0.1,11021",
        "localhost:0,localhost,0",
        "game.example:65535,game.example,65535",
        "[::1]:1,::1,1",
        "[2001:db8::7]:80,2001:db8::7,80"
    })
    void readsHostAndPort(String text, String host, int port) {
        assertEquals(new HostPort(host, port), HostPort.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:11021", "localhost:0", "[::1]:1"})
    void isShownAsItIsWritten(String text) {
        assertEquals(text, HostPort.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "localhost",
                "localhost:",
                ":80",
                "localhost:http",
                "localhost:65536",
                "localhost:-1",
                "localhost:99999999999",
                "localhost: 80",
                "::1:80",
                "[::1]",
                "[::1:80",
                "::1]:80",
                "[]:80",
                "a:b:80",
                "localhost:8 0"
            })
    void refusesWhatIsNoAddressAndQuotesIt(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> HostPort.parse(text));

        Messages.assertNames(refusal, "'" + text + "'");
    }

    @Test
    void findsALocalHost() {
        InetSocketAddress address = HostPort.parse("127.0.0.1:80").toSocketAddress();

        assertTrue(address.getAddress().isLoopbackAddress());
        assertEquals(HostPort.parse("127.0.0.1:80"), HostPort.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:+80", "localhost:-0", "localhost:٨٠"})
    void aPortIsWrittenInDigitsOnly(String text) {
        assertThrows(IllegalArgumentException.class, () -> HostPort.parse(text));
    }
}
