package gameserver.chat2;

import gameserver.api.client.Passwords;
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
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;

/**
 * The table that says which part of the chat handles which packet. A handler runs on the logic
 * thread that its user's session is on: that of its room, once it is in one.
 */
public final class Chat2 {
    private final Door door;
    private final Lobby lobby;
    private final Rooms rooms;
    private final Invitations invitations;

    /** A chat of these parts, where {@code passwords} says who may log in. */
    public Chat2(Passwords passwords, Lobby lobby, Rooms rooms, Invitations invitations) {
        this.door = new Door(passwords, lobby);
        this.lobby = lobby;
        this.rooms = rooms;
        this.invitations = invitations;
    }

    /** How many are logged in here. Any thread. */
    public int users() {
        return lobby.users();
    }

    /** How many rooms have users of this server. Any thread. */
    public int roomsInUse() {
        return rooms.inUse();
    }

    /** What a server has to run: the same chat in any format of bodies. */
    public Application<User> application(BodyFormat format) {
        return new Application<>(handlers(), listener(), SessionState.CONNECTED, format);
    }

    private PacketHandlers<User> handlers() {
        return PacketHandlers.<User>of(ChatPackets.CATALOG)
                .on(Echo.TYPE, SessionState.CONNECTED, User::send)
                .on(PingRequest.TYPE, SessionState.CONNECTED, Chat2::ping)
                .on(LoginRequest.TYPE, SessionState.CONNECTED, door::onLogin)
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
