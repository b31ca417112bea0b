package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoadOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --mode=chat --connections=5 | --connections: --mode chat has --rooms times --users of them
                    --rooms=5                   | --rooms: goes with --mode chat
                    --users=5                   | --users: goes with --mode chat
                    --room-start=5              | --room-start: goes with --mode chat
                    --mode=chat --rooms=0       | --rooms: 0 is not in 1..100000
                    --mode=chat --users=257     | --users: 257 is not in 1..256
                    --mode=chat --rooms=100000 --users=256 | --rooms times --users: 25600000 is not in 1..1000000
                    --mode=chat --payload=27    | --payload: 27 is not in 28..126
                    --mode=chat --payload=127   | --payload: 127 is not in 28..126
                    --payload=15                | --payload: 15 is not in 16..65530
                    --connections=0             | --connections: 0 is not in 1..1000000
                    --duration=0                | --duration: must be longer than 0
                    --rounds=2                  | --rounds: goes with --against
                    --against-format=msgpack    | --against-format: goes with --against
                    --against-pid=1             | --against-pid: goes with --against
                    --against=h:1 --rounds=0    | --rounds: 0 is not in 1..1000
                    --pid=4194305               | --pid: no process 4194305
                    --against=h:1 --against-pid=4194305 | --against-pid: no process 4194305
                    """)
    void refusesAWrongOptionInTwoLines(String options, String problem) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exitCode =
                TestClient.commandLine(new PrintWriter(out), new PrintWriter(err))
                        .execute(("load " + options).split(" "));

        assertEquals(
                "client load: %s%nTry 'client load --help' for the options.%n".formatted(problem),
                err.toString());
        assertEquals("", out.toString());
        assertEquals(2, exitCode);
    }
}
