package gameserver.fuzz;

import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.chat.UserId;
import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.net.packet.Packet;
import gameserver.net.session.SessionState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one client knows from what it has been told, which must fit together: nobody comes twice, or
 * goes without having come, or talks from outside.
 */
final class Knowledge {
    private final int roomSize;
    private SessionState state;
    private @Nullable String userId;

    /** Users of the room by their ids in it, this one included; empty outside of rooms. */
    private final TreeMap<Long, String> members = new TreeMap<>();

    /** Those who are in the room that this client is about to enter. */
    private @Nullable RoomUserListNotify list;

    private long roomUserId;

    /** Null also in a room, where the format does not tell it. */
    private @Nullable Integer room;

    /** An invitation was accepted, so an answer to an enter request comes that nobody has made. */
    private boolean moving;

    /** What all in the room have heard since this client is in it. */
    private final List<Packet> heardInRoom = new ArrayList<>();

    private final Set<Long> invitationsMade = new HashSet<>();
    private final Set<Long> invitationsGot = new HashSet<>();
    private final Bets bets;

    Knowledge(SessionState state, int roomSize, Bets bets) {
        this.state = state;
        this.roomSize = roomSize;
        this.bets = bets;
    }

    SessionState state() {
        return state;
    }

    @Nullable String userId() {
        return userId;
    }

    Map<Long, String> members() {
        return members;
    }

    @Nullable Integer room() {
        return room;
    }

    List<Packet> heardInRoom() {
        return heardInRoom;
    }

    int openInvitations() {
        return invitationsMade.size();
    }

    /** Whether a packet tells the end of a move that began with an invitation. */
    boolean isMove(Packet packet) {
        return moving && packet instanceof RoomEnterResponse;
    }

    boolean isMine(RoomRelayNotify relay) {
        return relay.roomUserId() == roomUserId;
    }

    /** Something was answered, and what is known before the answer is heard. */
    void hearAnswer(Question question, Packet answer) {
        if (answer instanceof LoginResponse login && login.result().isSuccess()) {
            userId = UserId.parse(((LoginRequest) question.frame()).userId());
            check(userId != null, "logged in without an id", answer);
            check(state == SessionState.CONNECTED, "logged in twice", answer);
            state = SessionState.LOGGED_IN;
        } else if (answer instanceof RoomLeaveResponse left && left.result().isSuccess()) {
            outOfRoom();
        } else if (answer instanceof InviteResponse invited && invited.result().isSuccess()) {
            check(invitationsMade.add(invited.invitationId()), "invited twice", answer);
        } else if (answer instanceof InviteAnswerResponse done && done.result().isSuccess()) {
            InviteAnswerRequest request = (InviteAnswerRequest) question.frame();
            check(invitationsGot.remove(request.invitationId()), "never invited", answer);
            moving = request.accept();
        }
    }

    void hear(Packet packet) {
        if (packet instanceof RoomUserListNotify users) {
            check(list == null, "two lists", packet);
            list = users;
        } else if (packet instanceof RoomEnterResponse entered) {
            onEntered(entered);
        } else if (packet instanceof InviteNotify invitation) {
            check(invitationsGot.add(invitation.invitationId()), "twice", packet);
        } else if (packet instanceof InviteAnswerNotify answer) {
            check(invitationsMade.remove(answer.invitationId()), "not open", packet);
        } else if (packet instanceof GamePayoutNotify payout) {
            bets.onPaid(this, payout);
        } else {
            hearInRoom(packet);
        }
        check(list == null || packet == list, "a list, and no room to it", packet);
    }

    private void onEntered(RoomEnterResponse entered) {
        if (!entered.result().isSuccess()) {
            return;
        }
        check(state == (moving ? state : SessionState.LOGGED_IN), "in two rooms", entered);
        outOfRoom();
        if (list != null) {
            list.users().forEach(user -> comes(user.roomUserId(), user.userId(), entered));
        }
        list = null;
        moving = false;
        state = SessionState.IN_ROOM;
        room = entered.roomNumber();
        roomUserId = entered.roomUserId();
        comes(roomUserId, Objects.requireNonNull(userId), entered);
    }

    private void comes(long id, String user, Packet packet) {
        check(members.isEmpty() || members.lastKey() < id, "no new id", packet);
        check(!members.containsValue(user), "twice in a room", packet);
        members.put(id, user);
        check(members.size() <= roomSize, "too many", packet);
    }

    private void hearInRoom(Packet packet) {
        if (packet instanceof RoomNewUserNotify entered) {
            requireRoom(packet);
            comes(entered.roomUserId(), entered.userId(), packet);
        } else if (packet instanceof RoomLeaveUserNotify left) {
            check(left.roomUserId() != roomUserId, "told of itself", packet);
            check(members.remove(left.roomUserId()) != null, "went, and was not here", packet);
        } else if (packet instanceof RoomChatNotify chat) {
            requireMember(chat.roomUserId(), packet);
        } else if (packet instanceof RoomRelayNotify relay) {
            requireMember(relay.roomUserId(), packet);
        } else if (packet instanceof GameBetNotify bet) {
            requireMember(bet.roomUserId(), packet);
            if (bet.roomUserId() == roomUserId) {
                bets.onBet(this, bet);
            }
        } else if (packet instanceof GameResultNotify) {
            requireRoom(packet);
            bets.onDealt(this);
        } else {
            return;
        }
        heardInRoom.add(packet);
    }

    private void outOfRoom() {
        if (state == SessionState.IN_ROOM) {
            state = SessionState.LOGGED_IN;
        }
        bets.onDealt(this); // As far as this client will hear of it.
        members.clear();
        heardInRoom.clear();
        room = null;
    }

    private void requireRoom(Packet packet) {
        check(state == SessionState.IN_ROOM, "outside of rooms", packet);
    }

    private void requireMember(long id, Packet packet) {
        check(members.containsKey(id), "a voice from outside", packet);
    }

    private void check(boolean condition, String problem, Packet packet) {
        if (!condition) {
            throw new AssertionError(problem + ": " + this + " was told " + packet);
        }
    }

    @Override
    public String toString() {
        return userId + " in room " + room + " as " + roomUserId + " with " + members;
    }
}
