package gameserver.api.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class ApiAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:11080", "https://api.example.org", "http://[::1]:80/"})
    void takesAddresses(String text) {
        assertEquals(URI.create(text.replaceAll("/$", "")), new ApiAddress().convert(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:11080",
                "localhost:11080",
                "ftp://host:1",
                "http://",
                "http://:80",
                "http://host:port",
                "http://host/v1",
                "http://host?x",
                "http://me@host"
            })
    void refusesEverythingElse(String text) {
        TypeConversionException e =
                assertThrows(TypeConversionException.class, () -> new ApiAddress().convert(text));

        assertEquals(
                "'" + text + "' is not http://host:port (as http://127.0.0.1:11080)",
                e.getMessage());
    }
}
