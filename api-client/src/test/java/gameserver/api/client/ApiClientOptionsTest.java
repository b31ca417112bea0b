package gameserver.api.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class ApiClientOptionsTest {
    private static ApiClientOptions options(String bind, String... args) {
        ApiClientOptions options = new ApiClientOptions();
        new CommandLine(options).parseArgs(args);
        options.check(server(bind));
        return options;
    }

    private static ServerOptions server(String bind) {
        return ServerOptions.of("--bind", bind);
    }

    @Test
    void thereIsNoApiServerUntilOneIsNamed() {
        assertTrue(options("0.0.0.0:1").connect("chat", server("0.0.0.0:1")).isEmpty());
    }

    @Test
    void aServerHasTheSameNameAfterEachStart() {
        ServerOptions server = server("127.0.0.1:11021");
        ApiClientOptions options = options("127.0.0.1:11021", "--api=http://127.0.0.1:1");

        GameServerApi first = options.connect("chat", server).orElseThrow();
        GameServerApi second = options.connect("chat", server).orElseThrow();

        assertEquals("chat-127.0.0.1-11021", first.serverId());
        assertEquals("chat-127.0.0.1-11021", second.serverId());
        assertTrue(!first.run().equals(second.run()));
    }

    @Test
    void aServerOnAnyPortHasANameOfItsOwn() {
        ServerOptions server = server("127.0.0.1:0");
        ApiClientOptions options = options("127.0.0.1:0", "--api=http://127.0.0.1:1");

        assertTrue(
                options.connect("chat", server)
                        .orElseThrow()
                        .serverId()
                        .matches("chat-[0-9a-f-]{36}"));
    }

    @Test
    void tellsWhereClientsReachIt() {
        HostPort bound = HostPort.parse("127.0.0.1:4711");
        String api = "--api=http://127.0.0.1:1";

        assertEquals(bound, options("127.0.0.1:0", api).advertised(bound));
        assertEquals(
                HostPort.parse("[2001:db8::1]:80"),
                options("0.0.0.0:0", api, "--advertise=[2001:db8::1]:80").advertised(bound));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --api=http://10.1.2.3:80              | --secret: must be set for an API server on 10.1.2.3
                    --api=http://no.such.host.invalid:80  | --secret: must be set for an API server on no.such.host.invalid
                    --api=http://127.0.0.1:80             | --advertise: must say where clients reach a server on 0.0.0.0:0
                    --api-timeout=99ms                    | --api-timeout: not 100ms to 5s
                    --api-timeout=5001ms                  | --api-timeout: not 100ms to 5s
                    --secret=geheim-ü                     | --secret: not 1 to 256 visible ASCII characters
                    --server-id=a/b                       | --server-id: not 1 to 64 letters, digits, dots, hyphens or underscores
                    """)
    void saysWhichOptionIsWrong(String option, String message) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> options("0.0.0.0:0", option));

        assertEquals(message, e.getMessage());
    }

    @Test
    void takesASecretForAnApiServerElsewhere() {
        options("127.0.0.1:0", "--api=http://10.1.2.3:80", "--secret=a-real-one");
    }
}
