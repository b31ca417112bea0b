package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the up key brings back. */
final class CommandHistoryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    register alice secret     | register alice
                    api-login alice se  cret  | api-login alice
                    login alice secret        | login alice
                    login "a b" secret        | login "a b"
                    login "a secret           | login "a
                    register alice            | register alice
                    register                  | register
                    whisper alice not secret  | whisper alice not secret
                    chat login alice secret   | chat login alice secret
                    """)
    void hasNoPasswords(String typed, String kept) {
        CommandHistory history = new CommandHistory();

        history.add(Instant.EPOCH, typed);

        assertEquals(kept, history.get(history.last()));
    }
}
