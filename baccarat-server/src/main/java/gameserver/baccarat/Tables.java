package gameserver.baccarat;

import gameserver.baccarat.chips.Wallet;
import gameserver.baccarat.game.Shoe;
import gameserver.baccarat.game.Table;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.Member;
import gameserver.chat.Room;
import gameserver.chat.RoomListener;
import gameserver.chat.User;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A table for each room that somebody has ever been in. Belongs to the logic thread. */
final class Tables implements RoomListener {
    private static final Duration DRAIN_CHECK = Duration.ofMillis(20);

    private final LogicExecutor logic;
    private final BaccaratOptions options;
    private final RandomGenerator random;
    private final Wallet wallet;
    private final Players players;
    private final MatchRooms matchRooms;
    private final Map<Room, GameTable> tables = new HashMap<>();
    private final Set<Room> occupied = new HashSet<>();
    private boolean draining;

    /** Written by the logic thread, for others to read. */
    private volatile int roomsInUse;

    Tables(
            LogicExecutor logic,
            BaccaratOptions options,
            RandomGenerator random,
            Wallet wallet,
            Players players,
            MatchRooms matchRooms) {
        this.logic = logic;
        this.options = options;
        this.random = random;
        this.wallet = wallet;
        this.players = players;
        this.matchRooms = matchRooms;
    }

    @Override
    public boolean admits(User user, Room room) {
        return matchRooms.admits(user.id(), room.number());
    }

    @Override
    public void onEntered(Member newcomer) {
        logic.requireCurrent(this);
        Room room = newcomer.room();
        matchRooms.onEntered(newcomer.occupant().id(), room.number());
        tables.computeIfAbsent(room, this::newTable).enter(newcomer);
        occupied.add(room);
        roomsInUse = occupied.size();
    }

    private GameTable newTable(Room room) {
        Shoe shoe = new Shoe(options.decks(), random);
        return new GameTable(room, new Table<>(options.rules(), shoe), wallet, players);
    }

    @Override
    public void onLeft(Member member) {
        logic.requireCurrent(this);
        Room room = member.room();
        at(room).leave(member);
        if (room.members() == 0) {
            occupied.remove(room);
            matchRooms.onEmpty(room.number());
            roomsInUse = occupied.size();
        }
    }

    private GameTable at(Room room) {
        GameTable table = tables.get(room);
        if (table == null) {
            throw new IllegalStateException("nobody has entered " + room);
        }
        return table;
    }

    void onStart(User user, GameStartRequest request) {
        logic.requireCurrent(this);
        if (draining) {
            user.refuse(request, ErrorCode.SERVER_DRAINING);
        } else {
            at(user.memberInRoom().room()).start(user, request);
        }
    }

    void onBet(User user, GameBetRequest request) {
        logic.requireCurrent(this);
        at(user.memberInRoom().room()).bet(user, request);
    }

    /**
     * Begins no more rounds, refunds those that go on, and runs {@code then} when all is settled.
     */
    void drain(Runnable then) {
        logic.requireCurrent(this);
        draining = true;
        tables.values().forEach(GameTable::callOff);
        whenSettled(then);
    }

    private void whenSettled(Runnable then) {
        if (tables.values().stream().noneMatch(GameTable::isSettling)) {
            then.run();
        } else {
            logic.schedule(DRAIN_CHECK, () -> whenSettled(then));
        }
    }

    /** Any thread. */
    int roomsInUse() {
        return roomsInUse;
    }
}
