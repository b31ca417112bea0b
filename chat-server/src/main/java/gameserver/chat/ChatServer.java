package gameserver.chat;

import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Rooms in which users talk, all of them on one logic thread. */
@Command(name = "chat-server", description = "Rooms in which users talk.")
public final class ChatServer extends ServerMain {
    @Mixin private ChatOptions chatOptions = new ChatOptions();

    public static void main(String[] args) {
        run(new ChatServer(), args);
    }

    @Override
    protected void checkOptions(ServerOptions options) {
        chatOptions.check();
    }

    @Override
    protected GameServer start(ServerOptions options) {
        LogicThread logic = logicThread("logic");
        Chat chat = new Chat(chatOptions, logic);
        return GameServer.start(options, chat.application(BodyFormat.BINARY), logic);
    }
}
