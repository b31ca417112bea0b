package gameserver.chat2;

import gameserver.chat.ChatOptions;
import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rooms in which users talk, shared out among several logic threads. */
@Command(name = "chat-server2", description = "Rooms in which users talk, on several threads.")
public final class ChatServer2 extends ServerMain {
    private static final int MOST_WORKERS = 1024;

    @Mixin private ChatOptions chatOptions = new ChatOptions();

    @Option(
            names = "--workers",
            paramLabel = "n",
            defaultValue = "0",
            description = "Threads that handle packets; 0: as many as cores.")
    private int workers;

    public static void main(String[] args) {
        run(new ChatServer2(), args);
    }

    @Override
    protected void checkOptions() {
        chatOptions.check();
        ServerOptions.check("--workers", workers, 0, MOST_WORKERS);
    }

    @Override
    protected GameServer start(ServerOptions options) {
        int count = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
        List<LogicExecutor> logics =
                IntStream.rangeClosed(1, count)
                        .<LogicExecutor>mapToObj(i -> logicThread("worker-" + i))
                        .toList();
        Chat2 chat = new Chat2(chatOptions, logics);
        return GameServer.start(options, chat.application(BodyFormat.BINARY), logics);
    }
}
