package gameserver.net.launch;

import static gameserver.net.launch.CommandLines.config;
import static gameserver.net.launch.CommandLines.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What --print-config shows: every value, its origin, and no secret. */
class EffectiveConfigTest {
    private static final Map<String, String> EMPTY = Map.of();

    @TempDir Path folder;

    private String argumentFile(String... lines) throws IOException {
        return "@" + Files.write(folder.resolve("args"), List.of(lines));
    }

    @Test
    void showsADefault() {
        assertEquals("--max-sessions 20000 default", line(config(EMPTY), "--max-sessions"));
    }

    @Test
    void showsAValueOfTheEnvironmentAndItsVariable() {
        EffectiveConfig config = config(Map.of("GAME_MAX_SESSIONS", "7"));

        assertEquals("--max-sessions 7 GAME_MAX_SESSIONS", line(config, "--max-sessions"));
    }

    @ParameterizedTest
    @CsvSource({"'--max-sessions 7'", "--max-sessions=7"})
    void showsAValueOfTheCommandLine(String typed) {
        EffectiveConfig config = config(EMPTY, typed.split(" ", -1));

        assertEquals("--max-sessions 7 command line", line(config, "--max-sessions"));
    }

    @ParameterizedTest
    @CsvSource({"'--max-sessions 7'", "--max-sessions=7"})
    void showsAValueOfAFile(String written) throws IOException {
        EffectiveConfig config = config(EMPTY, argumentFile(written));

        assertEquals("--max-sessions 7 file", line(config, "--max-sessions"));
    }

    @Test
    void theCommandLineBeatsTheEnvironment() {
        EffectiveConfig config = config(Map.of("GAME_MAX_SESSIONS", "7"), "--max-sessions", "8");

        assertEquals("--max-sessions 8 command line", line(config, "--max-sessions"));
    }

    @Test
    void aFileBeatsTheEnvironment() throws IOException {
        EffectiveConfig config =
                config(Map.of("GAME_MAX_SESSIONS", "7"), argumentFile("--max-sessions=8"));

        assertEquals("--max-sessions 8 file", line(config, "--max-sessions"));
    }

    @Test
    void anEmptyVariableIsNoValue() {
        EffectiveConfig config = config(Map.of("GAME_MAX_SESSIONS", ""));

        assertEquals("--max-sessions 20000 default", line(config, "--max-sessions"));
    }

    @Test
    void showsValuesAsTheyAreWritten() {
        EffectiveConfig config =
                config(EMPTY, "--heartbeat-timeout", "1500ms", "--transport", "NIO");

        assertEquals(
                "--heartbeat-timeout 1500ms command line", line(config, "--heartbeat-timeout"));
        assertEquals("--transport nio command line", line(config, "--transport"));
        assertEquals("--bind 127.0.0.1:11021 default", line(config, "--bind"));
    }

    @Test
    void masksASecretWhereverItComesFrom() {
        EffectiveConfig typed = config(EMPTY, "--secret", "hunter2");
        EffectiveConfig fromEnvironment = config(Map.of("GAME_SECRET", "hunter2"));

        assertEquals("--secret *** command line", line(typed, "--secret"));
        assertEquals("--secret *** GAME_SECRET", line(fromEnvironment, "--secret"));
    }

    @Test
    void tellsWhetherASecretIsSet() {
        assertEquals("--secret default", line(config(EMPTY), "--secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "redis://user:hunter2@cache:6379/0,redis://***@cache:6379/0",
        "redis://:hunter2@cache:6379,redis://***@cache:6379",
        "redis://cache:6379,redis://cache:6379",
        // Too much is masked rather than too little: this might be a password with a slash.
        "redis://cache:6379/a@b,redis://***@b"
    })
    void masksThePasswordInAUrl(String typed, String shown) {
        EffectiveConfig config = config(EMPTY, "--redis", typed);

        assertEquals("--redis " + shown + " command line", line(config, "--redis"));
    }

    @Test
    void theLineForTheLogShowsValuesAndNoSecrets() {
        String logged =
                config(EMPTY, "--secret", "hunter2", "--redis", "redis://:hunter3@cache")
                        .toString();

        assertTrue(logged.contains("max-sessions=20000"), logged);
        assertFalse(logged.contains("hunter"), logged);
        assertEquals(1, logged.lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://user:p@ss-hunter2@cache:6379",
                "redis://user:pa/ss-hunter2@cache:6379",
                "jdbc:postgresql://db/game?user=a&password=hunter2"
            })
    void showsNoPartOfAPassword(String url) {
        String shown = config(Map.of(), "--redis", url).toString();

        assertFalse(shown.contains("hunter2"), shown);
    }
}
