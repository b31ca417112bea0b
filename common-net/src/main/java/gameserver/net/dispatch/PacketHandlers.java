package gameserver.net.dispatch;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The table of a server's behaviour: which method handles which packet, and what a session must be
 * before it may send it. What does not fit is answered here, as docs/protocol.md says: 51 malformed
 * body, 52 and 54 not there yet, 53 unknown id, 55 unsupported type bits.
 *
 * <p>Immutable, so that all logic threads share one.
 *
 * @param <C> what the server keeps of a session; handlers get it with the packet
 */
public final class PacketHandlers<C> {
    private final PacketCatalog inbound;
    private final @Nullable Row<C, ?>[] rows;

    private record Row<C, P extends Packet>(
            PacketType<P> type, SessionState required, BiConsumer<C, P> handler) {

        void handle(C context, Packet packet) {
            handler.accept(context, type.packetClass().cast(packet));
        }
    }

    private PacketHandlers(PacketCatalog inbound, Map<PacketType<?>, Row<C, ?>> table) {
        this.inbound = inbound;
        int maxId = inbound.types().stream().mapToInt(PacketType::id).max().orElse(0);
        @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types.
        Row<C, ?>[] rows = new Row[maxId + 1];
        table.forEach((type, row) -> rows[type.id()] = row);
        this.rows = rows;
    }

    /** Starts a table for what {@code catalog} says a server may receive. */
    public static <C> Builder<C> of(PacketCatalog catalog) {
        return new Builder<>(catalog.toServer());
    }

    /** What the server may receive: exactly the types that have a handler. */
    public PacketCatalog inbound() {
        return inbound;
    }

    /** Handles one packet, or tells its sender why not. Called on the session's logic thread. */
    public void dispatch(Session session, C context, Received received) {
        PacketType<?> type =
                received instanceof UndecodablePacket undecodable
                        ? undecodable.type()
                        : ((Packet) received).type();
        if (type == null) {
            session.send(ErrorNotify.of(((UndecodablePacket) received).error()));
            return;
        }
        Row<C, ?> row = rows[type.id()];
        if (!session.state().includes(row.required)) {
            refuseState(session, type);
        } else if (received instanceof UndecodablePacket undecodable) {
            session.send(type.refuse(undecodable.error()));
        } else {
            row.handle(context, (Packet) received);
        }
    }

    private static void refuseState(Session session, PacketType<?> type) {
        boolean beforeLogin = !session.state().includes(SessionState.LOGGED_IN);
        session.send(
                beforeLogin
                        ? ErrorNotify.of(ErrorCode.NOT_LOGGED_IN)
                        : type.refuse(ErrorCode.NOT_IN_ROOM));
    }

    /** Collects the rows; {@link #build()} checks that none is missing. */
    public static final class Builder<C> {
        private final PacketCatalog inbound;
        private final Map<PacketType<?>, Row<C, ?>> table = new HashMap<>();

        private Builder(PacketCatalog inbound) {
            this.inbound = inbound;
        }

        /**
         * Packets of {@code type} go to {@code handler} once the session has reached {@code
         * required}.
         *
         * @throws IllegalArgumentException when the type has a handler or is not in the catalogue
         */
        public <P extends Packet> Builder<C> on(
                PacketType<P> type, SessionState required, BiConsumer<C, P> handler) {
            if (!inbound.types().contains(type)) {
                throw new IllegalArgumentException(type + " is not a packet to this server");
            }
            if (table.put(type, new Row<>(type, required, handler)) != null) {
                throw new IllegalArgumentException(type + " has two handlers");
            }
            return this;
        }

        /**
         * The table.
         *
         * @throws IllegalStateException naming the inbound types that have no handler
         */
        public PacketHandlers<C> build() {
            List<PacketType<?>> missing =
                    inbound.types().stream().filter(type -> !table.containsKey(type)).toList();
            if (!missing.isEmpty()) {
                throw new IllegalStateException("no handler for " + missing);
            }
            return new PacketHandlers<>(inbound, table);
        }
    }
}
