package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PuntoBancoTest {
    @Test
    void dealsByTurnsAndThePlayerFirst() {
        Supplier<Card> shoe = Cards.shoe(1, 2, 3, 4, 5, 6);

        Coup coup = PuntoBanco.deal(shoe);

        // 1 + 3 draws a 5; the banker has 2 + 4 = 6 and stands on that.
        assertEquals(List.of(1, 3, 5), points(coup.player()));
        assertEquals(List.of(2, 4), points(coup.banker()));
        assertEquals(Cards.worth(6), shoe.get());
    }

    /** Each letter is a third card of the player: d where the banker draws, - where not. */
    @ParameterizedTest
    @CsvSource({
        // 0123456789
        "0, dddddddddd",
        "1, dddddddddd",
        "2, dddddddddd",
        "3, dddddddd-d",
        "4, --dddddd--",
        "5, ----dddd--",
        "6, ------dd--",
        "7, ----------",
    })
    void theBankerDrawsByTheTable(int score, String row) {
        StringBuilder drawn = new StringBuilder();
        for (int third = 0; third <= 9; third++) {
            Coup coup = PuntoBanco.deal(Cards.shoe(0, 0, 0, score, third, 1));
            assertEquals(List.of(0, 0, third), points(coup.player()));
            drawn.append(coup.banker().cards().size() == 3 ? 'd' : '-');
        }
        assertEquals(row, drawn.toString());
    }

    @ParameterizedTest
    @CsvSource({"6, dddddd--", "7, dddddd--"})
    void theBankerDrawsUpToFiveWhereThePlayerStands(int player, String row) {
        StringBuilder drawn = new StringBuilder();
        for (int banker = 0; banker <= 7; banker++) {
            Coup coup = PuntoBanco.deal(Cards.shoe(0, 0, player, banker, 1));
            assertEquals(2, coup.player().cards().size());
            drawn.append(coup.banker().cards().size() == 3 ? 'd' : '-');
        }
        assertEquals(row, drawn.toString());
    }

    @Test
    void thePlayerDrawsUpToFive() {
        for (int player = 0; player <= 7; player++) {
            Coup coup = PuntoBanco.deal(Cards.shoe(0, 0, player, 7, 1));
            assertEquals(player <= 5 ? 3 : 2, coup.player().cards().size(), "score " + player);
        }
    }

    @Test
    void nobodyDrawsAfterANatural() {
        for (int natural = 8; natural <= 9; natural++) {
            for (int other = 0; other <= 9; other++) {
                Coup player = PuntoBanco.deal(Cards.shoe(0, 0, natural, other));
                Coup banker = PuntoBanco.deal(Cards.shoe(0, 0, other, natural));
                assertEquals(4, cards(player), "player's natural against " + other);
                assertEquals(4, cards(banker), "banker's natural against " + other);
            }
        }
    }

    @Test
    void threeCardsThatMakeEightAreNoNatural() {
        Coup coup = PuntoBanco.deal(Cards.shoe(0, 0, 5, 0, 3, 8));

        assertEquals(List.of(0, 5, 3), points(coup.player()));
        assertEquals(List.of(0, 0, 8), points(coup.banker()));
        assertEquals(Side.TIE, coup.winner());
    }

    @ParameterizedTest
    @CsvSource({"8, 9, BANKER", "9, 8, PLAYER", "8, 8, TIE", "9, 9, TIE", "6, 7, BANKER"})
    void theHigherScoreWins(int player, int banker, Side winner) {
        assertEquals(winner, PuntoBanco.deal(Cards.shoe(0, 0, player, banker)).winner());
    }

    @Test
    void sidesHaveTheNumbersOfTheWire() {
        assertEquals(List.of(1, 2, 3), Arrays.stream(Side.values()).map(Side::number).toList());
        for (Side side : Side.values()) {
            assertEquals(side, Side.of(side.number()).orElseThrow());
        }
        for (int number : new int[] {-1, 0, 4, 127, -128, 257}) {
            assertTrue(Side.of(number).isEmpty(), "side " + number);
        }
    }

    private static int cards(Coup coup) {
        return coup.player().cards().size() + coup.banker().cards().size();
    }

    private static List<Integer> points(Hand hand) {
        return hand.cards().stream().map(Card::points).toList();
    }
}
