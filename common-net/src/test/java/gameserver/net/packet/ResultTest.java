package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTest {
    @Test
    void oneIsSuccess() {
        assertEquals(new Result(1), Result.SUCCESS);
        assertTrue(Result.SUCCESS.isSuccess());
        assertEquals(Optional.empty(), Result.SUCCESS.error());
        assertEquals("1 SUCCESS", Result.SUCCESS.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsNoSuccessAndKeepsItsCode(ErrorCode error) {
        Result result = Result.of(error);

        assertFalse(result.isSuccess());
        assertEquals(error.number(), result.code());
        assertEquals(Optional.of(error), result.error());
        assertEquals(error.number() + " " + error.name(), result.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2, 999, 32767})
    void aNumberThatThisProgramDoesNotKnowIsAFailureWithoutAName(int code) {
        Result result = new Result(code);

        assertFalse(result.isSuccess());
        assertEquals(Optional.empty(), result.error());
        assertEquals(String.valueOf(code), result.toString());
    }
}
