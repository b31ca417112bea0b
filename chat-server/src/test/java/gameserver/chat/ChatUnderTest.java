package gameserver.chat;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The chat that the tests over sockets talk to. A module with another chat names its own as a
 * service, and runs the same tests.
 */
public interface ChatUnderTest {
    /** Starts it. Called once, before everything else. */
    GameServer start(ServerOptions options, ChatOptions chatOptions, Duration invitationLifetime);

    /** The threads that it has. What follows is called on the first of them. */
    List<LogicExecutor> logics();

    long users();

    long takenPlaces();

    long invitations();

    /** The one that this module is about. */
    static ChatUnderTest create() {
        return ServiceLoader.load(ChatUnderTest.class).findFirst().orElseGet(ChatOnOneThread::new);
    }
}
