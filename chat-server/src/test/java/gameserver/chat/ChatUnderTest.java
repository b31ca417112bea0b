package gameserver.chat;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.GameServer;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The chat that the tests over sockets talk to. A module with another chat names its own as a
 * service, and runs the same tests; one with several says which by the property chat.under.test.
 */
public interface ChatUnderTest {
    /** Starts it. Called once, before everything else. */
    GameServer start(ServerOptions options, ChatOptions chatOptions, Duration invitationLifetime);

    /** The threads that it has. What follows is called on the first of them. */
    List<LogicExecutor> logics();

    long users();

    long takenPlaces();

    long invitations();

    /** All servers of the chat, of which {@code first} was started first. */
    default List<GameServer> servers(GameServer first) {
        return List.of(first);
    }

    /** How its bodies are written. */
    default BodyFormat format() {
        return BodyFormat.BINARY;
    }

    /** The resource with what was once said to a server of that format, and what was heard. */
    default String recordedConversation() {
        return "/conversation.txt";
    }

    /** Ids of packets that it tells besides those of a chat. Guests do not hear them. */
    default Set<Integer> alsoTells() {
        return Set.of();
    }

    /** Waits until what one user was answered has reached all others. */
    default void settle() {}

    /** Ends what is left when the servers have stopped. */
    default void close() {}

    /** The one that this module is about. */
    static ChatUnderTest create() {
        String wanted = System.getProperty("chat.under.test", "");
        return ServiceLoader.load(ChatUnderTest.class).stream()
                .filter(chat -> chat.type().getSimpleName().endsWith(wanted))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseGet(ChatOnOneThread::new);
    }
}
