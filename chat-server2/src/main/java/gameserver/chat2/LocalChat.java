package gameserver.chat2;

import gameserver.api.client.Passwords;
import gameserver.chat.ChatOptions;
import gameserver.net.logic.LogicExecutor;
import java.time.Duration;
import java.util.List;

/** The parts of a chat that is in the memory of one server. */
final class LocalChat {
    final Users users = new Users();
    final LocalRooms rooms;
    final LocalInvitations invitations;
    private final LocalLobby lobby;

    /** Rooms without users, and nobody logged in. */
    LocalChat(ChatOptions options, Duration invitationLifetime, List<LogicExecutor> logics) {
        rooms = new LocalRooms(options, logics);
        invitations = new LocalInvitations(users, rooms, invitationLifetime, logics.get(0));
        lobby = new LocalLobby(options.duplicateLogin(), users, rooms, invitations);
    }

    Chat2 chat(Passwords passwords) {
        return new Chat2(passwords, lobby, rooms, invitations);
    }
}
