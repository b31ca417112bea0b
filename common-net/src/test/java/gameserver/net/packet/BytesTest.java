package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

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
}
