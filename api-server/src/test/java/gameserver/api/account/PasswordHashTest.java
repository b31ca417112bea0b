package gameserver.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordHashTest {
    private static final HashCost CHEAP = new HashCost(8, 1);

    /** From test.c of the reference implementation: the password is "password". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void hashesAsTheReferenceImplementationDoes(String text) {
        PasswordHash hash = PasswordHash.parse(text);

        assertTrue(hash.matches("password"));
        assertFalse(hash.matches("passwore"));
        assertEquals(text, hash.toString());
    }

    @Test
    void matchesThePasswordItWasMadeOfAndNoOther() {
        PasswordHash hash = PasswordHash.of("안녕하세요 여러분", CHEAP);
        PasswordHash read = PasswordHash.parse(hash.toString());

        assertEquals(hash, read);
        assertTrue(read.matches("안녕하세요 여러분"));
        assertFalse(read.matches("안녕하세요 여러붕"));
        assertFalse(read.matches(""));
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertNotEquals(
                PasswordHash.of("password", CHEAP).hash(),
                PasswordHash.of("password", CHEAP).hash());
    }

    @Test
    void theUsualCostIsWhatOwaspAsksForAndFitsTheTable() {
        String text = PasswordHash.of("p".repeat(128), HashCost.USUAL).toString();

        assertTrue(text.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), text);
        assertTrue(text.length() <= 200, text); // VARCHAR(200)
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQ",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQ",
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$nf65EOgLrQ",
                "$argon2id$v=19$m=256,t=2,p=1$c29tc2FsdA"
            })
    void refusesWhatIsNoSuchHash(String text) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
    }
}
