package gameserver.chat2.shared;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes apart what the scripts tell, which are lists in MessagePack: a name, then its values. */
final class EventReader {
    private static final Logger log = LoggerFactory.getLogger(EventReader.class);

    private final LinkListener listener;

    EventReader(LinkListener listener) {
        this.listener = listener;
    }

    /** On the thread of the connection, one event after the other. */
    void read(Link link, byte[] event) {
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(event)) {
            in.unpackArrayHeader();
            String name = text(in);
            switch (name) {
                case "evict" -> listener.onEvict(text(in), Long.parseLong(text(in)));
                case "released" -> listener.onReleased(text(in));
                case "whispered" -> listener.onWhispered(text(in), text(in), text(in));
                case "invited" ->
                        listener.onInvited(in.unpackLong(), in.unpackInt(), text(in), text(in));
                case "answered" -> listener.onAnswered(in.unpackLong(), in.unpackInt() == 1);
                default -> readOfRoom(link, name, in);
            }
        } catch (IOException | RuntimeException e) {
            log.error("event failed", e);
            link.lose("an event that can't be handled");
        }
    }

    private void readOfRoom(Link link, String name, MessageUnpacker in) throws IOException {
        long number = Long.parseLong(text(in));
        Link.Request request = new Link.Request(link, number, text(in).equals(link.id()));
        int room = in.unpackInt();
        listener.onRoom(room, inRoom(name, request, in));
    }

    private static Consumer<SharedRoom> inRoom(
            String name, Link.Request request, MessageUnpacker in) throws IOException {
        if (name.equals("met")) {
            List<RoomUser> others = users(in);
            return room -> room.onMet(request, others);
        }
        long member = in.unpackLong();
        return switch (name) {
            case "entered" -> {
                RoomUser newcomer = new RoomUser(member, text(in));
                List<RoomUser> others = users(in);
                yield room -> room.onEntered(request, newcomer, others);
            }
            case "left" -> room -> room.onLeft(request, member);
            case "said" -> {
                String message = text(in);
                yield room -> room.onSaid(request, member, message);
            }
            case "relayed" -> {
                byte[] payload = bytes(in);
                yield room -> room.onRelayed(request, member, payload);
            }
            default -> throw new IllegalArgumentException("unknown event " + name);
        };
    }

    private static List<RoomUser> users(MessageUnpacker in) throws IOException {
        int count = in.unpackArrayHeader();
        List<RoomUser> users = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            in.unpackArrayHeader();
            users.add(new RoomUser(in.unpackLong(), text(in)));
        }
        return users;
    }

    private static String text(MessageUnpacker in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    /** All strings of Lua are texts in MessagePack, also those that are none. */
    private static byte[] bytes(MessageUnpacker in) throws IOException {
        return in.readPayload(in.unpackRawStringHeader());
    }
}
