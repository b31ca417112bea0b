package gameserver.client.load;

import gameserver.chat.packet.Message;
import gameserver.net.packet.BodyFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Users in rooms: each hears what everyone in the room says.
 *
 * @param users of each room
 * @param roomStart the number of the first room
 */
record ChatLoad(int rooms, int users, int roomStart) implements LoadKind {
    /** More than this a list of a room's users can't tell of. */
    private static final int MOST_USERS = 256;

    private static final int MOST_ROOMS = 100_000;
    private static final int RADIX = Character.MAX_RADIX;

    ChatLoad {
        LoadPlan.check("--rooms", rooms, 1, MOST_ROOMS);
        LoadPlan.check("--users", users, 1, MOST_USERS);
        LoadPlan.check("--room-start", roomStart, 0, Integer.MAX_VALUE - rooms);
        LoadPlan.check("--rooms times --users", (long) rooms * users, 1, LoadPlan.MOST_CONNECTIONS);
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public int connections() {
        return rooms * users;
    }

    @Override
    public int leastPayload() {
        return ChatMessage.LEAST_PAYLOAD;
    }

    @Override
    public int mostPayload() {
        return Message.MAX_BYTES;
    }

    @Override
    public String crowd() {
        return "%d rooms of %d users".formatted(rooms, users);
    }

    @Override
    public String crowdJson() {
        return "\"connections\":%d,\"rooms\":%d,\"usersPerRoom\":%d"
                .formatted(connections(), rooms, users);
    }

    @Override
    public String counted() {
        return "deliveries";
    }

    @Override
    public String countedOne() {
        return "delivery";
    }

    /** All users of a room are on one loop; neighbours by index are in different rooms. */
    @Override
    public List<LoadConnection> join(List<LoadLoop> loops, BodyFormat format, int payloadBytes) {
        ChatMessage message = new ChatMessage(format, payloadBytes);
        List<ChatRoom> all =
                IntStream.range(0, rooms).mapToObj(i -> new ChatRoom(roomStart + i)).toList();
        String prefix = prefix();
        List<LoadConnection> joined = new ArrayList<>();
        for (int index = 0; index < connections(); index++) {
            int room = index % rooms;
            LoadLoop loop = loops.get(room % loops.size());
            String userId = prefix + Integer.toString(index, RADIX);
            joined.add(new ChatConnection(index, loop, format, message, all.get(room), userId));
        }
        return joined;
    }

    /** Of the names of one run: those of the run before may still be logged in. */
    private static String prefix() {
        int run = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
        return "load" + Integer.toString(run, RADIX) + "-";
    }
}
