package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.client.Words.FirstAndRest;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void splitsAtSpaces() throws Exception {
        assertEquals(List.of("ECHO", "within", "2s"), Words.split("  ECHO  within\t2s "));
    }

    @Test
    void keepsSpacesInQuotationMarks() throws Exception {
        assertEquals(List.of("payload=안녕 hi", "x"), Words.split("payload=\"안녕 hi\" x"));
    }

    @Test
    void takesTheCharacterAfterABackslashAsItIs() throws Exception {
        assertEquals(List.of("a\"b\\c"), Words.split("\"a\\\"b\\\\c\""));
    }

    @Test
    void knowsAnEmptyWord() throws Exception {
        assertEquals(List.of("payload="), Words.split("payload=\"\""));
        assertEquals(List.of(""), Words.split("\"\""));
    }

    @Test
    void refusesALoneQuotationMark() {
        assertThrows(CommandException.class, () -> Words.split("payload=\"hi"));
    }

    @Test
    void cutsTheFirstWordOff() {
        assertEquals(new FirstAndRest("bob", "hi  \"you\""), Words.cut("bob  hi  \"you\""));
        assertEquals(new FirstAndRest("bob", ""), Words.cut("bob"));
        assertEquals(new FirstAndRest("", ""), Words.cut(""));
    }

    @Test
    void cutsAWordInQuotationMarksOff() {
        assertEquals(new FirstAndRest("bob b", "hi"), Words.cut("\"bob b\" hi"));
        assertEquals(new FirstAndRest("\"bob", "b hi"), Words.cut("\"bob b hi"));
    }
}
