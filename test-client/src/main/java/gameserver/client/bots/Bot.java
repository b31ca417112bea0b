package gameserver.client.bots;

import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.client.NetClient;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A user that talks by itself: when it is its turn, and when it is spoken to.
 *
 * <p>Belongs to the event loop that all bots share. Its packets come there, and its timers run
 * there.
 */
final class Bot {
    /** It moves to another room after so many turns, on average. */
    private static final int TURNS_A_ROOM = 20;

    private static final int MOST_REACTIONS_DUE = 4;
    private static final int SHORTEST_REACTION_MILLIS = 800;
    private static final int LONGEST_REACTION_MILLIS = 2500;

    private final String name;
    private final int firstRoom;
    private final BotPlan plan;
    private final Bots bots;
    private final RandomGenerator random;
    private final Map<Class<?>, Consumer<Packet>> reactions = new HashMap<>();

    private @Nullable NetClient connection;
    private boolean loggedIn;
    private boolean inRoom;

    /** Where it is, or wants to be. */
    private int roomNumber;

    private long roomUserId;

    /** What it is about to do; not much, so that nobody can make it send more than it may. */
    private int reactionsDue;

    private @Nullable String problem;

    Bot(String name, int firstRoom, BotPlan plan, Bots bots, RandomGenerator random) {
        this.name = name;
        this.firstRoom = firstRoom;
        this.plan = plan;
        this.bots = bots;
        this.random = random;
        on(LoginResponse.class, this::onLogin);
        on(RoomEnterResponse.class, this::onEnter);
        on(RoomChatNotify.class, this::onChat);
        on(RoomNewUserNotify.class, this::onNewUser);
        on(WhisperNotify.class, this::onWhisper);
        on(InviteNotify.class, this::onInvite);
        on(ErrorNotify.class, error -> problem = new Result(error.code()).toString());
    }

    private <P extends Packet> void on(Class<P> kind, Consumer<P> reaction) {
        reactions.put(kind, packet -> reaction.accept(kind.cast(packet)));
    }

    void start(NetClient connection) {
        this.connection = connection;
        send(LoginRequest.of(name, "bot"));
    }

    /** It is this bot's turn. */
    void talk() {
        if (!loggedIn) {
            return;
        }
        if (!inRoom) {
            enter(anyRoom());
            return;
        }
        say(Phrases.smallTalk(random));
        if (plan.rooms() > 1 && random.nextInt(TURNS_A_ROOM) == 0) {
            move();
        }
    }

    /** Shows the server that it is there; it may not be its turn for long. */
    void ping() {
        send(new PingRequest(null));
    }

    /** How the connection has ended: what the server has said before, if anything. */
    String problemOr(String otherwise) {
        String told = problem;
        return told == null ? otherwise : told;
    }

    void see(Frame frame) {
        @Nullable Received received = frame.packet();
        if (frame.direction() == Direction.RECEIVED && received instanceof Packet packet) {
            reactions.getOrDefault(packet.getClass(), unknown -> {}).accept(packet);
        }
    }

    private void onLogin(LoginResponse response) {
        if (response.result().isSuccess()) {
            loggedIn = true;
            enter(firstRoom);
        } else {
            bots.lost(this, "login refused: " + response.result());
        }
    }

    /** After a refusal it tries another room when it is its turn. */
    private void onEnter(RoomEnterResponse response) {
        if (response.result().isSuccess()) {
            inRoom = true;
            roomUserId = response.roomUserId();
        }
        bots.settled();
    }

    private void onChat(RoomChatNotify chat) {
        bots.countHeard();
        if (chat.roomUserId() != roomUserId && chat.message().contains(name)) {
            react(() -> say(Phrases.answer(random)));
        }
    }

    /** About two bots of a room greet, however many there are. */
    private void onNewUser(RoomNewUserNotify user) {
        int botsARoom = Math.max(1, plan.count() / plan.rooms());
        if (random.nextInt(botsARoom) < 2) {
            react(() -> say(Phrases.greeting(user.userId(), random)));
        }
    }

    private void onWhisper(WhisperNotify whisper) {
        bots.countHeard();
        react(
                () -> {
                    send(new WhisperRequest(whisper.userId(), Phrases.answer(random)));
                    bots.countSent();
                });
    }

    private void onInvite(InviteNotify invitation) {
        boolean accept = random.nextBoolean();
        react(() -> send(new InviteAnswerRequest(invitation.invitationId(), accept)));
    }

    /** Does it after a while, as a person would; unless there is too much to react to. */
    private void react(Runnable reaction) {
        if (reactionsDue == MOST_REACTIONS_DUE) {
            return;
        }
        reactionsDue++;
        int millis = random.nextInt(SHORTEST_REACTION_MILLIS, LONGEST_REACTION_MILLIS);
        bots.schedule(
                Duration.ofMillis(millis),
                () -> {
                    reactionsDue--;
                    reaction.run();
                });
    }

    private void say(String message) {
        send(new RoomChatRequest(message));
        bots.countSent();
    }

    private void move() {
        inRoom = false;
        send(new RoomLeaveRequest());
        int steps = random.nextInt(1, plan.rooms());
        enter(
                plan.roomStart()
                        + Math.floorMod(roomNumber - plan.roomStart() + steps, plan.rooms()));
    }

    private int anyRoom() {
        return plan.roomStart() + random.nextInt(plan.rooms());
    }

    private void enter(int room) {
        roomNumber = room;
        send(new RoomEnterRequest(room));
    }

    private void send(Packet packet) {
        if (connection != null) {
            connection.send(packet);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
