package gameserver.baccarat;

import gameserver.chat.ChatCounts;

/** What only a fuzz target asks of the tables, on their logic thread. */
public final class BaccaratCounts {
    private BaccaratCounts() {}

    public static long takenPlaces(Baccarat baccarat) {
        return ChatCounts.takenPlaces(baccarat.chat());
    }

    public static long invitations(Baccarat baccarat) {
        return ChatCounts.invitations(baccarat.chat());
    }
}
