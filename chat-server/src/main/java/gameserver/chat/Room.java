package gameserver.chat;

import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * One room: who is in it, and what they hear. There for the life of the server, with or without
 * users. Has no locks, since it belongs to its logic thread; and since all its messages leave from
 * there, everyone in it hears them in the same order.
 */
public final class Room {
    private final int number;
    private final int size;
    private final LogicExecutor logic;
    private final RoomListener listener;

    /** Those who have been here longest come first. */
    private final List<Member> members = new ArrayList<>(0);

    /** Counts up and never back, so that nobody is taken for one who has left. */
    private long lastMemberId;

    /**
     * An empty room.
     *
     * @param size how many users it holds
     */
    public Room(int number, int size, LogicExecutor logic) {
        this(number, size, logic, RoomListener.NONE);
    }

    /** An empty room, and who hears what becomes of it. */
    public Room(int number, int size, LogicExecutor logic, RoomListener listener) {
        this.number = number;
        this.size = size;
        this.logic = logic;
        this.listener = listener;
    }

    /** What it is called on the wire. */
    public int number() {
        return number;
    }

    /** Whether it has no free place. */
    public boolean isFull() {
        return members.size() == size;
    }

    /** Whether there is a free place that {@code user} may have. */
    public boolean hasPlaceFor(User user) {
        return !isFull() && listener.admits(user, this);
    }

    /** How many are in it. */
    public int members() {
        return members.size();
    }

    /** Whether {@code user} is in it. */
    public boolean contains(User user) {
        logic.requireCurrent(this);
        return members.stream().anyMatch(member -> member.occupant() == user);
    }

    /** Gives {@code occupant} a place, of which one must be free, and tells everyone. */
    public Member enter(Occupant occupant) {
        logic.requireCurrent(this);
        if (isFull()) {
            throw new IllegalStateException(this + " is full");
        }
        return enter(occupant, ++lastMemberId);
    }

    /** The same for who sees to the number of places and to the ids elsewhere. */
    public Member enter(Occupant occupant, long memberId) {
        logic.requireCurrent(this);
        Member newcomer = new Member(this, memberId, occupant);
        if (!members.isEmpty()) {
            sendToAll(new RoomNewUserNotify(memberId, occupant.id()));
            occupant.send(userList());
        }
        occupant.send(new RoomEnterResponse(Result.SUCCESS, number, memberId));
        members.add(newcomer);
        listener.onEntered(newcomer);
        return newcomer;
    }

    /** The logic thread that this room belongs to, for its life. */
    public LogicExecutor logic() {
        return logic;
    }

    private RoomUserListNotify userList() {
        return new RoomUserListNotify(
                members.stream().map(m -> new RoomUser(m.id(), m.occupant().id())).toList());
    }

    /** Takes the place back and tells those who stay. */
    public void leave(Member member) {
        logic.requireCurrent(this);
        members.remove(member);
        sendToAll(new RoomLeaveUserNotify(member.id()));
        listener.onLeft(member);
    }

    /** Everyone hears it, the speaker included. */
    public void chat(Member speaker, String message) {
        logic.requireCurrent(this);
        sendToAll(new RoomChatNotify(speaker.id(), message));
    }

    /** Everyone gets the bytes, the sender included. */
    public void relay(Member sender, Bytes payload) {
        logic.requireCurrent(this);
        sendToAll(new RoomRelayNotify(sender.id(), payload));
    }

    /** The same packet to one after the other: it is encoded once. */
    public void sendToAll(Packet packet) {
        logic.requireCurrent(this);
        for (Member member : members) {
            member.occupant().send(packet);
        }
    }

    @Override
    public String toString() {
        return "room " + number;
    }
}
