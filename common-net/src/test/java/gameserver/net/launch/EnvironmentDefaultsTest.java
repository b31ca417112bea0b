package gameserver.net.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

class EnvironmentDefaultsTest {
    private static final OptionSpec MAX_SESSIONS = OptionSpec.builder("--max-sessions").build();

    @ParameterizedTest
    @CsvSource({"--max-sessions,GAME_MAX_SESSIONS", "--bind,GAME_BIND"})
    void namesTheVariableAfterTheOption(String option, String variable) {
        assertEquals(variable, EnvironmentDefaults.variable(OptionSpec.builder(option).build()));
    }

    @Test
    void namesTheVariableAfterTheLongerName() {
        OptionSpec option = OptionSpec.builder("-s", "--max-sessions").build();

        assertEquals("GAME_MAX_SESSIONS", EnvironmentDefaults.variable(option));
    }

    @Test
    void givesTheValueOfTheVariable() {
        EnvironmentDefaults defaults = new EnvironmentDefaults(Map.of("GAME_MAX_SESSIONS", "7"));

        assertEquals("7", defaults.defaultValue(MAX_SESSIONS));
        assertTrue(defaults.has(MAX_SESSIONS));
    }

    @Test
    void leavesTheBuiltInDefaultWhenTheVariableIsMissing() {
        EnvironmentDefaults defaults = new EnvironmentDefaults(Map.of("MAX_SESSIONS", "7"));

        assertNull(defaults.defaultValue(MAX_SESSIONS));
        assertFalse(defaults.has(MAX_SESSIONS));
    }

    @Test
    void leavesTheBuiltInDefaultWhenTheVariableIsEmpty() {
        EnvironmentDefaults defaults = new EnvironmentDefaults(Map.of("GAME_MAX_SESSIONS", ""));

        assertNull(defaults.defaultValue(MAX_SESSIONS));
        assertFalse(defaults.has(MAX_SESSIONS));
    }
}
