package gameserver.chat;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;

/** The chat of this module. */
final class ChatOnOneThread implements ChatUnderTest {
    private final LogicThread logic = new LogicThread("logic");
    private Chat chat;

    @Override
    public GameServer start(
            ServerOptions options, ChatOptions chatOptions, Duration invitationLifetime) {
        chat = new Chat(chatOptions, invitationLifetime, RoomListener.NONE, logic);
        return GameServer.start(options, chat.application(BodyFormat.BINARY), logic);
    }

    @Override
    public List<LogicExecutor> logics() {
        return List.of(logic);
    }

    @Override
    public long users() {
        return chat.users.count();
    }

    @Override
    public long takenPlaces() {
        return chat.rooms.members();
    }

    @Override
    public long invitations() {
        return chat.invitations.count();
    }
}
