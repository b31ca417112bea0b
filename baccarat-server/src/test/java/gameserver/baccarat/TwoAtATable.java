package gameserver.baccarat;

import gameserver.baccarat.ManualCasino.Player;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two users at table 0 of a casino whose clock and wallet the test moves. */
abstract class TwoAtATable {
    static final int PLAYER = 1;
    static final int BANKER = 2;
    static final int TIE = 3;
    static final Duration MOMENT = Duration.ofMillis(1);

    final ManualCasino casino = new ManualCasino();
    Player alice;
    Player bob;

    @BeforeEach
    void sitDown() {
        alice = casino.seat("앨리스", 0);
        bob = casino.seat("bob", 0);
        alice.forgets();
    }

    @AfterEach
    void countChips() {
        casino.close();
    }

    void begin() {
        alice.starts().forgets();
        bob.forgets();
    }
}
