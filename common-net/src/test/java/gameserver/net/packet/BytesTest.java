package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gameserver.net.testing.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A record's bytes cross threads, so nobody can change them. */
class BytesTest {
    @Test
    void doesNotSeeALaterChangeOfTheArrayItWasMadeOf() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.of(array);

        array[0] = 9;

        assertEquals(Bytes.of((byte) 1, (byte) 2), bytes);
    }

    @Test
    void handsOutACopy() {
        Bytes bytes = Bytes.of((byte) 1, (byte) 2);

        bytes.toArray()[0] = 9;

        assertEquals(Bytes.of((byte) 1, (byte) 2), bytes);
    }

    @Test
    void equalsByContent() {
        assertEquals(Bytes.of((byte) 1).hashCode(), Bytes.of((byte) 1).hashCode());
        assertNotEquals(Bytes.of((byte) 1), Bytes.of((byte) 2));
    }

    @Test
    void isShownInHex() {
        assertEquals("01ff", Bytes.of((byte) 1, (byte) 255).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "안녕 👋", "a\0b", "\uFFFD"})
    void isTheTextThatItWasMadeOf(String text) {
        assertEquals(text, Bytes.utf8(text).toText());
    }

    @Test
    void isUtf8() {
        assertEquals("ec9588", Bytes.utf8("안").toString());
        assertEquals(Bytes.of(), Bytes.utf8(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0 80", "ed a0 80", "f0 9f 91", "ef bf bd 80"})
    void isNoTextWhenItIsNotUtf8(String hex) {
        assertNull(Bytes.of(Hex.bytes(hex)).toText());
    }
}
