package gameserver.chat;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One of a crowd: does something at random whenever it has been answered, and believes nothing that
 * it hears without checking. Its driver and an event loop call it; its lock keeps them apart.
 */
final class CrowdUser {
    private static final Map<Class<?>, Class<?>> ANSWERS =
            Map.of(
                    LoginRequest.class, LoginResponse.class,
                    RoomEnterRequest.class, RoomEnterResponse.class,
                    RoomLeaveRequest.class, RoomLeaveResponse.class,
                    RoomChatRequest.class, RoomChatResponse.class,
                    WhisperRequest.class, WhisperResponse.class,
                    InviteRequest.class, InviteResponse.class,
                    InviteAnswerRequest.class, InviteAnswerResponse.class);

    /** Not every format says which. */
    private static final int SOME_ROOM = Integer.MAX_VALUE;

    private final String id;
    private final Crowd crowd;

    private @Nullable NetClient client;
    private @Nullable Packet question;
    private boolean loggedIn;
    private boolean moving;

    /** What this user knows of the room it is in; ids in the order of entering. */
    private final TreeSet<Long> members = new TreeSet<>();

    private long myId;
    private int room = -1;
    private @Nullable String lastMessage;
    private final Set<Long> invitationsMade = new HashSet<>();
    private final Set<Long> invitationsGot = new HashSet<>();

    CrowdUser(String id, Crowd crowd) {
        this.id = id;
        this.crowd = crowd;
    }

    /** Does one thing; once that is over this user is ready for the next. */
    void act(RandomGenerator random) {
        if (random.nextInt(100) < 3) {
            vanish();
        } else {
            say(random);
        }
    }

    private synchronized void say(RandomGenerator random) {
        if (client == null) {
            client = crowd.connect(this);
        }
        if (!loggedIn) {
            ask(LoginRequest.of(id, "pw"));
        } else if (!invitationsGot.isEmpty() && random.nextInt(3) == 0) {
            long invitation = invitationsGot.iterator().next();
            invitationsGot.remove(invitation);
            ask(new InviteAnswerRequest(invitation, random.nextBoolean()));
        } else if (random.nextInt(10) == 0) {
            ask(new WhisperRequest(crowd.anyId(random), "psst"));
        } else if (room < 0) {
            int number = random.nextInt(crowd.rooms() + 2) - 1; // Any, each, and one too far.
            ask(new RoomEnterRequest(number));
        } else {
            actInRoom(random.nextInt(10), random);
        }
    }

    private void actInRoom(int dice, RandomGenerator random) {
        if (client != null) {
            crowd.asides(random).forEach(client::send);
        }
        if (dice == 0) {
            ask(new RoomLeaveRequest());
        } else if (dice == 1) {
            ask(new InviteRequest(crowd.anyId(random)));
        } else {
            ask(new RoomChatRequest(crowd.nextMessage()));
        }
    }

    private void ask(Packet packet) {
        question = packet;
        moving = false;
        if (client != null) {
            client.send(packet);
        }
    }

    /** Closes the connection, with a word that nobody will answer, and is ready to come back. */
    void vanish() {
        NetClient closing = forgetAll();
        if (closing != null) {
            closing.send(new RoomChatRequest(Crowd.LAST_WORDS));
            closing.close(); // Without the lock, for which the event loop may be waiting.
        }
        crowd.isReady(this);
    }

    private synchronized @Nullable NetClient forgetAll() {
        NetClient closing = client;
        client = null;
        loggedIn = false;
        question = null;
        leftRoom();
        invitationsMade.clear();
        invitationsGot.clear();
        return closing;
    }

    /** Invitations whose end this user has not heard of. */
    synchronized int openInvitations() {
        return invitationsMade.size();
    }

    /** On an event loop: what this user hears on the connection that it has now. */
    synchronized void hear(NetClient from, Received packet) {
        if (from != client) {
            return; // From a connection that this user has closed.
        }
        if (packet instanceof RoomUserListNotify list) {
            leftRoom();
            list.users().forEach(user -> check(members.add(user.roomUserId()), "twice", packet));
        } else if (packet instanceof RoomEnterResponse entered && entered.result().isSuccess()) {
            onEntered(entered);
        } else if (packet instanceof RoomNewUserNotify entered) {
            check(members.last() < entered.roomUserId(), "an id comes back", packet);
            members.add(entered.roomUserId());
            check(members.size() <= crowd.roomSize(), "too many", packet);
        } else if (packet instanceof RoomLeaveUserNotify left) {
            check(left.roomUserId() != myId, "told of itself", packet);
            check(members.remove(left.roomUserId()), "left without having come", packet);
        } else if (packet instanceof RoomChatNotify chat) {
            check(members.contains(chat.roomUserId()), "a voice from outside", packet);
            lastMessage = crowd.checkOrder(room, lastMessage, chat.message());
        } else if (packet instanceof InviteNotify invitation) {
            invitationsGot.add(invitation.invitationId());
        } else if (packet instanceof InviteAnswerNotify answer) {
            check(invitationsMade.remove(answer.invitationId()), "not mine", packet);
        } else if (packet instanceof InviteResponse invited && invited.result().isSuccess()) {
            invitationsMade.add(invited.invitationId());
        }
        if (!(packet instanceof WhisperNotify)) {
            hearAnswer(packet);
        }
    }

    private void onEntered(RoomEnterResponse entered) {
        if (room >= 0 && members.contains(myId)) {
            leftRoom(); // By an invitation, into an empty room.
        }
        check(members.isEmpty() || members.last() < entered.roomUserId(), "no new id", entered);
        Integer number = entered.roomNumber();
        room = number == null ? SOME_ROOM : number;
        myId = entered.roomUserId();
        members.add(myId);
        check(members.size() <= crowd.roomSize(), "too many", entered);
    }

    private void leftRoom() {
        room = -1;
        members.clear();
        lastMessage = null;
    }

    /** Every question is answered once, by its own answer. Accepting is followed by entering. */
    private void hearAnswer(Received packet) {
        boolean isAnswer = ANSWERS.containsValue(packet.getClass());
        if (moving && packet instanceof RoomEnterResponse) {
            moving = false;
            crowd.isReady(this);
        } else if (isAnswer) {
            Packet asked = question;
            check(
                    asked != null && ANSWERS.get(asked.getClass()) == packet.getClass(),
                    "no answer to " + asked,
                    packet);
            question = null;
            onAnswer(asked, packet);
        }
    }

    private void onAnswer(Packet asked, Received answer) {
        crowd.countAnswer(answer);
        if (answer instanceof LoginResponse login) {
            loggedIn = login.result().isSuccess(); // Else the server has not seen the old one go.
        } else if (answer instanceof RoomLeaveResponse) {
            leftRoom();
        } else if (answer instanceof InviteAnswerResponse response) {
            moving =
                    response.result().isSuccess()
                            && asked instanceof InviteAnswerRequest request
                            && request.accept();
        }
        if (!moving) {
            crowd.isReady(this);
        }
    }

    private void check(boolean condition, String problem, Received packet) {
        if (!condition) {
            crowd.fail(
                    id + " in room " + room + " with " + members + ": " + problem + ": " + packet);
        }
    }
}
