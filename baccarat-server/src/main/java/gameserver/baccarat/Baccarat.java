package gameserver.baccarat;

import gameserver.api.client.Passwords;
import gameserver.baccarat.chips.Wallet;
import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.Chat;
import gameserver.chat.ChatOptions;
import gameserver.chat.User;
import gameserver.chat.packet.LoginRequest;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.BodyFormat;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The chat of chat-server with a table in each room. Everything here belongs to one logic thread.
 */
public final class Baccarat {
    private final LogicExecutor logic;
    private final Players players;
    private final MatchRooms matchRooms;
    private final Tables tables;
    private final Chat chat;
    private final Door door;

    /**
     * Rooms without users.
     *
     * @param random of the cards
     * @param passwords says who may log in
     * @param wallet has the chips
     * @param takesMatches whether the upper half of the rooms is for those only who were matched
     */
    public Baccarat(
            ChatOptions chatOptions,
            BaccaratOptions options,
            RandomGenerator random,
            Passwords passwords,
            Wallet wallet,
            boolean takesMatches,
            LogicExecutor logic) {
        this.logic = logic;
        players = new Players(logic);
        int roomsForMatches = takesMatches ? chatOptions.rooms() / 2 : 0;
        int firstForMatches = chatOptions.roomStart() + chatOptions.rooms() - roomsForMatches;
        matchRooms = new MatchRooms(firstForMatches, roomsForMatches, logic);
        tables = new Tables(logic, options, random, wallet, players, matchRooms);
        chat = new Chat(chatOptions, tables, logic);
        door = new Door(passwords, wallet, chat.lobby(), players, matchRooms);
    }

    /** What a server has to run. */
    public Application<User> application() {
        PacketHandlers<User> handlers =
                chat.handlers(BaccaratPackets.CATALOG)
                        .on(LoginRequest.TYPE, SessionState.CONNECTED, door::onLogin)
                        .on(GameStartRequest.TYPE, SessionState.IN_ROOM, tables::onStart)
                        .on(GameBetRequest.TYPE, SessionState.IN_ROOM, tables::onBet)
                        .build();
        return new Application<>(handlers, listener(), SessionState.CONNECTED, BodyFormat.BINARY);
    }

    /** That of the chat, which sees to rooms and invitations, and then to the player. */
    private SessionListener<User> listener() {
        SessionListener<User> chatListener = chat.listener();
        return new SessionListener<>() {
            @Override
            public User onOpened(Session session) {
                return chatListener.onOpened(session);
            }

            @Override
            public void onClosed(User user, CloseReason reason) {
                String id = user.isLoggedIn() ? user.id() : "";
                chatListener.onClosed(user, reason);
                if (players.remove(id, user)) {
                    matchRooms.forget(id);
                }
            }
        };
    }

    /** The chat in whose rooms the tables are. */
    Chat chat() {
        return chat;
    }

    /** Users that are logged in. Any thread. */
    public int users() {
        return players.count();
    }

    /** Rooms with users in them. Any thread. */
    public int roomsInUse() {
        return tables.roomsInUse();
    }

    /**
     * Numbers of empty rooms that are kept for matches: the next ones each time, when there are
     * many. For one thread, that of the heartbeats.
     */
    public List<Integer> roomsForMatches() {
        return matchRooms.offer();
    }

    /**
     * Refunds the rounds that go on. Called on any thread but the logic thread.
     *
     * @return whether all is settled within the time
     */
    public boolean drain(Duration timeout) {
        CountDownLatch settled = new CountDownLatch(1);
        logic.execute(() -> tables.drain(settled::countDown));
        try {
            return settled.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
