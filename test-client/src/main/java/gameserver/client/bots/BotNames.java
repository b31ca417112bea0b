package gameserver.client.bots;

import java.util.List;
import java.util.stream.IntStream;

/** What bots are called. */
final class BotNames {
    private static final List<String> FRIENDLY =
            List.of(
                    "mina", "leo", "하늘", "바다", "nora", "구름", "finn", "별이", "ada", "초롱", "hugo",
                    "단비", "ivy", "보리", "otto", "새벽");

    private BotNames() {}

    /**
     * Names of {@code count} bots, no two alike.
     *
     * @param prefix what all names start with, before a number; empty for friendly names
     */
    static List<String> of(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(index -> prefix.isEmpty() ? friendly(index) : prefix + (index + 1))
                .toList();
    }

    /** The second mina is mina2. */
    private static String friendly(int index) {
        int round = index / FRIENDLY.size() + 1;
        return FRIENDLY.get(index % FRIENDLY.size()) + (round == 1 ? "" : round);
    }
}
