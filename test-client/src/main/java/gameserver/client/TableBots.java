package gameserver.client;

import gameserver.net.client.ClientThreads;
import java.util.ArrayList;
import java.util.List;

/**
 * Players who look for tables by themselves.
 *
 * <p><strong>Threads:</strong> each bot has one; who starts them may close them.
 */
final class TableBots implements AutoCloseable {
    private final ClientThreads io = new ClientThreads(1);
    private final List<Thread> threads = new ArrayList<>();

    private TableBots() {}

    /**
     * Lets bots play until they are closed.
     *
     * @param tableSize for how many they want a table
     */
    static TableBots start(List<String> names, int tableSize, ApiSettings api) {
        TableBots bots = new TableBots();
        for (String name : names) {
            Thread thread = new Thread(new TableBot(name, tableSize, api, bots.io), "bot-" + name);
            thread.setDaemon(true);
            thread.start();
            bots.threads.add(thread);
        }
        return bots;
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        io.close();
    }
}
