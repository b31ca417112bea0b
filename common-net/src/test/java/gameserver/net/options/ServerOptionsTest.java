package gameserver.net.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.Messages;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ServerOptionsTest {
    /** Reads options as a server's main does. */
    private static ServerOptions parse(String... args) {
        ServerOptions options = new ServerOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        options.check();
        return options;
    }

    @Test
    void hasTheDefaultsOfTheContract() {
        ServerOptions options = parse();

        assertEquals(HostPort.parse("127.0.0.1:11021"), options.bind());
        assertEquals(20_000, options.maxSessions());
        assertEquals(1024, options.maxPacketSize());
        assertEquals(TransportChoice.AUTO, options.transport());
        assertEquals(Duration.ofSeconds(60), options.heartbeatTimeout());
        assertEquals(Duration.ofSeconds(10), options.loginTimeout());
        assertEquals(100, options.maxRequestsPerSecond());
        assertEquals(Duration.ofSeconds(10), options.drainTimeout());
        assertEquals(Optional.empty(), options.admin());
        assertEquals(LogLevel.INFO, options.logLevel());
    }

    @Test
    void takesAsManyIoThreadsAsThereAreCoresByDefault() {
        assertEquals(Runtime.getRuntime().availableProcessors(), parse().ioThreads());
        assertEquals(3, parse("--io-threads", "3").ioThreads());
    }

    @ParameterizedTest
    @CsvSource({
        "--max-sessions,1",
        "--max-sessions,2147483647",
        "--max-packet-size,5",
        "--max-packet-size,65535",
        "--io-threads,0",
        "--max-requests-per-second,0",
        "--max-pending-output,0",
        "--heartbeat-timeout,0",
        "--login-timeout,0",
        "--slow-consumer-timeout,0",
        "--drain-timeout,500ms",
        "--bind,[::1]:0",
        "--admin,127.0.0.1:9090"
    })
    void acceptsValuesAtTheirBounds(String option, String value) {
        parse(option, value);
    }

    @ParameterizedTest
    @CsvSource({
        "--max-sessions,0",
        "--max-sessions,-1",
        "--max-packet-size,4",
        "--max-packet-size,65536",
        "--io-threads,-1",
        "--max-requests-per-second,-1",
        "--max-pending-output,-1"
    })
    void refusesValuesOutOfTheirBoundsAndNamesOptionAndValue(String option, String value) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> parse(option, value));

        Messages.assertNames(refusal, option, value);
    }

    @ParameterizedTest
    @CsvSource({
        "--max-sessions,many",
        "--max-sessions,2147483648",
        "--heartbeat-timeout,5",
        "--bind,11021",
        "--transport,carrier-pigeon",
        "--log-level,loud"
    })
    void refusesNonsenseAndNamesOptionAndValue(String option, String value) {
        ParameterException refusal =
                assertThrows(ParameterException.class, () -> parse(option, value));

        Messages.assertNames(refusal, option, value);
    }

    @Test
    void refusesAnUnknownOption() {
        assertThrows(ParameterException.class, () -> parse("--max-session", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "io_uring", "epoll", "kqueue", "nio", "NIO"})
    void readsTheNameOfATransportInAnyCase(String name) {
        ServerOptions options = parse("--transport", name);

        assertEquals(name.toLowerCase(Locale.ROOT), options.transport().toString());
    }

    @Test
    void theShortestTimeoutIsOneThatIsOn() {
        ServerOptions options =
                parse(
                        "--heartbeat-timeout", "3s",
                        "--login-timeout", "0",
                        "--slow-consumer-timeout", "2s");

        assertEquals(Duration.ofSeconds(2), options.shortestTimeout());
    }

    @Test
    void theShortestTimeoutIsAMinuteWhenAllAreOff() {
        ServerOptions options =
                parse(
                        "--heartbeat-timeout", "0",
                        "--login-timeout", "0",
                        "--slow-consumer-timeout", "0");

        assertEquals(Duration.ofMinutes(1), options.shortestTimeout());
    }

    @Test
    void needsNoArguments() {
        assertEquals(LogLevel.INFO, ServerOptions.of().logLevel());
    }

    @Test
    void readsTheNameOfALevelAsACommandLineDoes() {
        assertEquals(LogLevel.DEBUG, ServerOptions.of("--log-level", "debug").logLevel());
    }

    @Test
    void refusesALimitBelowWhatCountsAsSlow() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ServerOptions.of("--log-level=INFO", "--max-pending-output=1000"));
    }
}
