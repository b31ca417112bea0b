package gameserver.net.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A user's mistake is told in one line, with a hint and without a trace. */
class UsageErrorsTest {
    private final StringWriter told = new StringWriter();

    private int execute(Map<String, String> environment, String... args) {
        EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
        return new CommandLine(new CommandLines.TestCommand())
                .setDefaultValueProvider(defaults)
                .setParameterExceptionHandler(new UsageErrors(defaults))
                .setErr(new PrintWriter(told))
                .execute(args);
    }

    @ParameterizedTest
    @CsvSource({"--no-such-option", "--max-sessions=many", "--bind=11021", "--heartbeat-timeout=5"})
    void tellsAWrongOptionInOneLineAndAHintAndExitsWith2(String wrong) {
        int exitCode = execute(Map.of(), wrong);

        String[] lines = told.toString().split(System.lineSeparator(), -1);
        assertEquals(2, exitCode);
        assertEquals(3, lines.length, told::toString);
        assertEquals("test-server: ", lines[0].substring(0, 13));
        assertEquals("Try 'test-server --help' for the options.", lines[1]);
        assertEquals("", lines[2]);
    }

    @ParameterizedTest
    @CsvSource({"GAME_MAX_SESSIONS,many", "GAME_BIND,11021"})
    void saysWhichVariableHasTheWrongValue(String variable, String value) {
        int exitCode = execute(Map.of(variable, value));

        String first = told.toString().lines().findFirst().orElse("");
        assertEquals(2, exitCode);
        assertEquals("(from " + variable + ")", first.substring(first.lastIndexOf("(from")));
    }
}
