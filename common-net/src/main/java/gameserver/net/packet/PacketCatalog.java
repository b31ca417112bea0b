package gameserver.net.packet;

import gameserver.net.packet.PacketType.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All packets that a program speaks. Two types with one id, or one class with two ids, are refused
 * when the catalogue is made, which is when the program starts.
 */
public final class PacketCatalog {
    private final List<PacketType<?>> types;

    /** Indexed by id: a lookup is made for every packet that arrives. */
    private final @Nullable PacketType<?>[] byId;

    private PacketCatalog(List<PacketType<?>> types) {
        this.types = List.copyOf(types);
        this.byId = new PacketType<?>[types.stream().mapToInt(PacketType::id).max().orElse(0) + 1];
        Map<Class<?>, PacketType<?>> byClass = new HashMap<>();
        for (PacketType<?> type : types) {
            refuseDuplicate("id " + type.id(), byId[type.id()], type);
            refuseDuplicate("class", byClass.put(type.packetClass(), type), type);
            byId[type.id()] = type;
        }
    }

    private static void refuseDuplicate(
            String what, @Nullable PacketType<?> earlier, PacketType<?> later) {
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "%s and %s have the same %s (%s)"
                            .formatted(earlier, later, what, later.packetClass().getName()));
        }
    }

    /**
     * A catalogue of {@code types}.
     *
     * @throws IllegalArgumentException when an id or a class is there twice
     */
    public static PacketCatalog of(PacketType<?>... types) {
        return new PacketCatalog(Arrays.asList(types));
    }

    /** This catalogue and more. */
    public PacketCatalog with(PacketType<?>... more) {
        List<PacketType<?>> all = new ArrayList<>(types);
        all.addAll(Arrays.asList(more));
        return new PacketCatalog(all);
    }

    /** What a server may receive. */
    public PacketCatalog toServer() {
        return only(type -> type.direction() != Direction.TO_CLIENT);
    }

    /** What a client may receive. */
    public PacketCatalog toClient() {
        return only(type -> type.direction() != Direction.TO_SERVER);
    }

    private PacketCatalog only(Predicate<PacketType<?>> wanted) {
        return new PacketCatalog(types.stream().filter(wanted).toList());
    }

    public @Nullable PacketType<?> find(int id) {
        return id < byId.length ? byId[id] : null;
    }

    /** In the order of declaration. */
    public List<PacketType<?>> types() {
        return types;
    }
}
