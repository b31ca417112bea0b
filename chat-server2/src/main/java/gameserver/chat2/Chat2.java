package gameserver.chat2;

import gameserver.chat.ChatOptions;
import gameserver.chat.User;
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
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;
import java.util.List;

/**
 * The parts of the chat, and the table that says which of them handles which packet. A handler runs
 * on the logic thread that its user's session is on: that of its room, once it is in one.
 */
public final class Chat2 {
    private static final Duration INVITATION_LIFETIME = Duration.ofSeconds(30);

    final Users users = new Users();
    final Rooms rooms;
    final Invitations invitations;
    private final Lobby lobby;

    /** Rooms without users, and nobody logged in. */
    public Chat2(ChatOptions options, List<LogicExecutor> logics) {
        this(options, INVITATION_LIFETIME, logics);
    }

    Chat2(ChatOptions options, Duration invitationLifetime, List<LogicExecutor> logics) {
        rooms = new Rooms(options, logics);
        invitations = new Invitations(users, rooms, invitationLifetime, logics.get(0));
        lobby = new Lobby(options.duplicateLogin(), users, rooms, invitations);
    }

    /** What a server has to run: the same chat in any format of bodies. */
    public Application<User> application(BodyFormat format) {
        return new Application<>(handlers(), listener(), SessionState.CONNECTED, format);
    }

    private PacketHandlers<User> handlers() {
        return PacketHandlers.<User>of(ChatPackets.CATALOG)
                .on(Echo.TYPE, SessionState.CONNECTED, User::send)
                .on(PingRequest.TYPE, SessionState.CONNECTED, Chat2::ping)
                .on(LoginRequest.TYPE, SessionState.CONNECTED, lobby::onLogin)
                .on(WhisperRequest.TYPE, SessionState.LOGGED_IN, lobby::onWhisper)
                .on(RoomEnterRequest.TYPE, SessionState.LOGGED_IN, rooms::onEnter)
                .on(RoomLeaveRequest.TYPE, SessionState.IN_ROOM, rooms::onLeave)
                .on(RoomChatRequest.TYPE, SessionState.IN_ROOM, rooms::onChat)
                .on(RoomRelayRequest.TYPE, SessionState.IN_ROOM, rooms::onRelay)
                .on(InviteRequest.TYPE, SessionState.IN_ROOM, invitations::onInvite)
                .on(InviteAnswerRequest.TYPE, SessionState.LOGGED_IN, invitations::onAnswer)
                .build();
    }

    private static void ping(User user, PingRequest ping) {
        user.send(new PingResponse(ping.number()));
    }

    private SessionListener<User> listener() {
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
