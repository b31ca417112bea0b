package gameserver.chat2;

import gameserver.api.client.Passwords;
import gameserver.chat.ChatOptions;
import gameserver.chat.ChatUnderTest;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;

/** The chat of this module, on more threads than rooms that a test needs. */
public final class ChatOnManyThreads implements ChatUnderTest {
    private final List<LogicExecutor> workers =
            List.of(
                    new LogicThread("worker-1"),
                    new LogicThread("worker-2"),
                    new LogicThread("worker-3"));
    private LocalChat chat;

    /** A service. */
    public ChatOnManyThreads() {}

    @Override
    public GameServer start(
            ServerOptions options, ChatOptions chatOptions, Duration invitationLifetime) {
        chat = new LocalChat(chatOptions, invitationLifetime, workers);
        return GameServer.start(
                options, chat.chat(Passwords.ANY).application(BodyFormat.BINARY), workers);
    }

    @Override
    public List<LogicExecutor> logics() {
        return workers;
    }

    @Override
    public long users() {
        return chat.users.count();
    }

    @Override
    public long takenPlaces() {
        return chat.rooms.takenPlaces();
    }

    @Override
    public long invitations() {
        return chat.invitations.count();
    }
}
