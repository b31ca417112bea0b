package gameserver.client.bots;

import gameserver.chat.packet.LoginRequest;
import gameserver.client.Format;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import gameserver.net.tls.ClientTls;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bots are to talk, where, and how much.
 *
 * @param tls of their connections; null when those are plain
 * @param format of the bodies that the server reads and writes
 * @param rooms how many rooms they spread over
 * @param roomStart the number of the first room
 * @param ratePerSecond messages of all bots together
 * @param prefix of their names; empty for friendly names
 * @param seed of everything that is left to chance
 */
public record BotPlan(
        HostPort address,
        @Nullable ClientTls tls,
        Format format,
        int count,
        int rooms,
        int roomStart,
        double ratePerSecond,
        String prefix,
        long seed) {

    /** Bots talk by chance, so some talk more; servers usually allow 100 requests a second. */
    private static final int MOST_PER_BOT_AND_SECOND = 30;

    public BotPlan {
        check("--count", count, 1, 100_000);
        check("--rooms", rooms, 1, 1_000_000);
        check("--room-start", roomStart, 0, Integer.MAX_VALUE - rooms);
        int mostRate = count * MOST_PER_BOT_AND_SECOND;
        boolean isRate = ratePerSecond >= 0 && ratePerSecond <= mostRate; // NaN is neither.
        if (!isRate) {
            throw new IllegalArgumentException(
                    "--rate: %s is not in 0..%d, %d for each bot"
                            .formatted(decimal(ratePerSecond), mostRate, MOST_PER_BOT_AND_SECOND));
        }
        String longest = prefix + count;
        if (Bytes.utf8(longest).size() > LoginRequest.SIZE) {
            throw new IllegalArgumentException(
                    "--prefix: '%s' has more than %d bytes of UTF-8"
                            .formatted(longest, LoginRequest.SIZE));
        }
    }

    private static void check(String option, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(
                    "%s: %d is not in %d..%d".formatted(option, value, least, greatest));
        }
    }

    List<String> names() {
        return BotNames.of(count, prefix);
    }

    /** The room of the bot of that number, to begin with. */
    int firstRoomOf(int index) {
        return roomStart + index % rooms;
    }

    /** Without the zero after the point that Java writes. */
    private static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Says what is going on, in one line. */
    @Override
    public String toString() {
        String where =
                rooms == 1
                        ? "room " + roomStart
                        : "rooms " + roomStart + " to " + (roomStart + rooms - 1);
        return "%d bots chat in %s of %s, %s messages a second"
                .formatted(count, where, address, decimal(ratePerSecond));
    }
}
