package gameserver.chat;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;

/** The chat of this module, in any format. */
public class ChatOnOneThread implements ChatUnderTest {
    private final LogicThread logic = new LogicThread("logic");
    private Chat chat;

    /** A service. */
    protected ChatOnOneThread() {}

    @Override
    public GameServer start(
            ServerOptions options, ChatOptions chatOptions, Duration invitationLifetime) {
        chat = new Chat(chatOptions, invitationLifetime, RoomListener.NONE, logic);
        return GameServer.start(options, chat.application(format()), logic);
    }

    @Override
    public List<LogicExecutor> logics() {
        return List.of(logic);
    }

    @Override
    public long users() {
        return ChatCounts.users(chat);
    }

    @Override
    public long takenPlaces() {
        return ChatCounts.takenPlaces(chat);
    }

    @Override
    public long invitations() {
        return ChatCounts.invitations(chat);
    }
}
