package gameserver.chat;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;

/**
 * The parts of the chat, and the table that says which of them handles which packet. Everything
 * here belongs to one logic thread.
 */
public final class Chat {
    final Users users;
    final Rooms rooms;
    final Invitations invitations;
    private final Lobby lobby;

    /** Rooms without users, and nobody logged in. */
    public Chat(ChatOptions options, LogicExecutor logic) {
        this(options, Invitations.LIFETIME, RoomListener.NONE, logic);
    }

    /** The same for a server in whose rooms more happens. */
    public Chat(ChatOptions options, RoomListener listener, LogicExecutor logic) {
        this(options, Invitations.LIFETIME, listener, logic);
    }

    Chat(
            ChatOptions options,
            Duration invitationLifetime,
            RoomListener listener,
            LogicExecutor logic) {
        users = new Users(logic);
        rooms = new Rooms(options, listener, logic);
        invitations = new Invitations(users, invitationLifetime, logic);
        lobby = new Lobby(options.duplicateLogin(), users, invitations);
    }

    /** What a server has to run: the same chat in any format of bodies. */
    public Application<User> application(BodyFormat format) {
        PacketHandlers<User> handlers =
                handlers(ChatPackets.CATALOG)
                        .on(LoginRequest.TYPE, SessionState.CONNECTED, lobby::onLogin)
                        .build();
        return new Application<>(handlers, listener(), SessionState.CONNECTED, format);
    }

    /**
     * The table, but for the login, which is another matter on a server that checks passwords. A
     * packet that comes before its time is refused by the table, and reaches no method.
     */
    public PacketHandlers.Builder<User> handlers(PacketCatalog catalog) {
        return PacketHandlers.<User>of(catalog)
                .on(Echo.TYPE, SessionState.CONNECTED, User::send)
                .on(PingRequest.TYPE, SessionState.CONNECTED, Chat::ping)
                .on(WhisperRequest.TYPE, SessionState.LOGGED_IN, lobby::onWhisper)
                .on(RoomEnterRequest.TYPE, SessionState.LOGGED_IN, rooms::onEnter)
                .on(RoomLeaveRequest.TYPE, SessionState.IN_ROOM, rooms::onLeave)
                .on(RoomChatRequest.TYPE, SessionState.IN_ROOM, rooms::onChat)
                .on(RoomRelayRequest.TYPE, SessionState.IN_ROOM, rooms::onRelay)
                .on(InviteRequest.TYPE, SessionState.IN_ROOM, invitations::onInvite)
                .on(InviteAnswerRequest.TYPE, SessionState.LOGGED_IN, invitations::onAnswer);
    }

    /** Where users log in. */
    public Lobby lobby() {
        return lobby;
    }

    private static void ping(User user, PingRequest ping) {
        user.send(new PingResponse(ping.number()));
    }

    /** Makes users of sessions, and ends everything of theirs with them. */
    public SessionListener<User> listener() {
        return new SessionListener<>() {
            @Override
            public User onOpened(Session session) {
                return new User(session);
            }

            @Override
            public void onClosed(User user, CloseReason reason) {
                lobby.logOut(user);
            }
        };
    }
}
