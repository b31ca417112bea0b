package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BetTest {
    @ParameterizedTest
    @CsvSource({
        "PLAYER, PLAYER, 200",
        "PLAYER, BANKER, 0",
        "PLAYER, TIE,    100",
        "BANKER, PLAYER, 0",
        "BANKER, BANKER, 195",
        "BANKER, TIE,    100",
        "TIE,    PLAYER, 0",
        "TIE,    BANKER, 0",
        "TIE,    TIE,    900",
    })
    void comesBackWithWhatItHasWon(Side side, Side winner, long returned) {
        assertEquals(returned, new Bet(side, 100).returned(winner));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "19, 38", "20, 39", "21, 41", "39, 77", "40, 78", "119, 233", "120, 234"})
    void paysACommissionOfWholeChips(long amount, long returned) {
        assertEquals(returned, new Bet(Side.BANKER, amount).returned(Side.BANKER));
    }

    static LongStream amounts() {
        return LongStream.concat(
                LongStream.rangeClosed(1, 200),
                LongStream.rangeClosed(Bet.GREATEST - 40, Bet.GREATEST));
    }

    /** In arithmetic that neither overflows nor rounds by itself. */
    @ParameterizedTest
    @MethodSource("amounts")
    void isPaidExactly(long amount) {
        BigDecimal stake = BigDecimal.valueOf(amount);
        BigDecimal commission =
                stake.multiply(new BigDecimal("0.05")).setScale(0, RoundingMode.DOWN);

        assertEquals(
                stake.add(stake).subtract(commission).longValueExact(),
                new Bet(Side.BANKER, amount).returned(Side.BANKER));
        assertEquals(
                stake.multiply(BigDecimal.valueOf(2)).longValueExact(),
                new Bet(Side.PLAYER, amount).returned(Side.PLAYER));
        assertEquals(
                stake.multiply(BigDecimal.valueOf(9)).longValueExact(),
                new Bet(Side.TIE, amount).returned(Side.TIE));
    }

    @Test
    void isNeverTooGreatForWhatHoldsItsReturn() {
        long most = Math.multiplyExact(9, Bet.GREATEST);

        assertTrue(most < 1L << 53);
        assertEquals(most, (long) (double) most);
        assertEquals(most, new Bet(Side.TIE, Bet.GREATEST).returned(Side.TIE));
        assertTrue(Math.multiplyExact(1000, most) > 0, "of a thousand users");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Bet.GREATEST + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void hasAnAmount(long amount) {
        assertThrows(IllegalArgumentException.class, () -> new Bet(Side.TIE, amount));
    }
}
