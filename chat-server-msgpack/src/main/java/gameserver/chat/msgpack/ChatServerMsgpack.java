package gameserver.chat.msgpack;

import gameserver.chat.Chat;
import gameserver.chat.ChatOptions;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.launch.ServerMain;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The chat of chat-server, with MessagePack bodies. */
@Command(
        name = "chat-server-msgpack",
        description = "Rooms in which users talk; the bodies of packets are MessagePack.")
public final class ChatServerMsgpack extends ServerMain {
    @Mixin private ChatOptions chatOptions = new ChatOptions();

    public static void main(String[] args) {
        run(new ChatServerMsgpack(), args);
    }

    @Override
    protected void checkOptions(ServerOptions options) {
        chatOptions.check();
    }

    @Override
    protected GameServer start(ServerOptions options) {
        LogicThread logic = logicThread("logic");
        Chat chat = new Chat(chatOptions, logic);
        return GameServer.start(options, chat.application(MessagePackFormat.MESSAGE_PACK), logic);
    }
}
