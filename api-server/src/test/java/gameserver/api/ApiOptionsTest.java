package gameserver.api;

import static gameserver.net.testing.Messages.assertNames;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiOptionsTest {
    @Test
    void theDefaultsAreForTryingItOutOnOneMachine() {
        ApiOptions options = ApiOptions.of();

        assertEquals("127.0.0.1:11080", options.bind().toString());
        assertEquals("jdbc:sqlite:gameserver.db", options.database());
        assertEquals(ApiOptions.DEFAULT_SECRET, options.secret());
        assertFalse(options.redis().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0:0", "[::]:0", "192.0.2.1:0", "no.such.host.invalid:0"})
    void theDefaultSecretIsRefusedWhereOthersCanCall(String bind) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ApiOptions.of("--bind=" + bind));

        assertNames(refused, "--secret: must be set", bind);
        ApiOptions.of("--bind=" + bind, "--secret=another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:0", "127.1.2.3:0", "localhost:0", "[::1]:0"})
    void theDefaultSecretIsTakenOnLoopback(String bind) {
        ApiOptions.of("--bind=" + bind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--secret=",
                "--secret=two words",
                "--secret=비밀",
                "--redis=127.0.0.1:6379",
                "--redis=redis://",
                "--redis=redis://host:port",
                "--redis=redis://host:65536",
                "--redis=http://host:6379",
                "--redis=redis://host/cache",
                "--redis=redis://user:hu?sh@host:6379",
                "--redis=redis://user:hu#sh@host:6379",
                "--database=gameserver.db",
                "--database=jdbc:sqlite:",
                "--database=jdbc:sqlite::memory:",
                "--database=jdbc:sqlite::memory:?cache=shared",
                "--database=jdbc:sqlite:file:x?mode=memory",
                "--database=jdbc:mysql://host/name",
                "--max-body-size=255",
                "--max-body-size=1048577",
                "--max-requests-per-second=-1"
            })
    void aWrongValueIsRefusedWithTheNameOfItsOption(String option) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ApiOptions.of(option));

        assertNames(refused, option.replaceAll("=.*", ":"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--redis=redis://127.0.0.1",
                "--redis=redis://127.0.0.1:6379",
                "--redis=redis://[::1]:6379/3",
                "--redis=rediss://user:p:a@ss@redis.example:6380/0?timeout=1s",
                "--database=jdbc:sqlite:/var/lib/game server/accounts.db",
                "--database=jdbc:postgresql://host:5432/name?user=game&password=x",
                "--database=jdbc:postgresql:name"
            })
    void urlsOfAllKindsAreTaken(String option) {
        ApiOptions.of(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--redis=redis://user:hush@host:port",
                "--redis=redis://user:hush^@host:6379",
                "--redis=redis://user:hush#@host:6379",
                "--redis=redis://user:hush@host/cache"
            })
    void aRefusedUrlIsNotRepeatedSinceAPasswordMayBeInIt(String url) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ApiOptions.of(url));

        assertFalse(refused.getMessage().contains("hush"), refused.getMessage());
    }
}
