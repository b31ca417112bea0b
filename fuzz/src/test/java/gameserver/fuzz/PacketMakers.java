package gameserver.fuzz;

import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.Message;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Packets with fields that an input chooses: mostly from few values, so that users meet. */
final class PacketMakers {
    static final List<Function<Input, Packet>> ECHO =
            List.of(
                    in -> new Echo(Bytes.of(in.take(in.next()))),
                    in -> new PingRequest(number(in)));

    static final List<Function<Input, Packet>> CHAT =
            and(
                    ECHO,
                    List.of(
                            in ->
                                    new LoginRequest(
                                            in.choose(Values.IDS), in.choose(Values.PASSWORDS)),
                            in -> new RoomEnterRequest(in.choose(Values.ROOMS)),
                            in -> new RoomLeaveRequest(),
                            in -> new RoomChatRequest(in.choose(Values.MESSAGES)),
                            in -> new RoomRelayRequest(Bytes.of(in.take(in.next() % 8))),
                            in ->
                                    new WhisperRequest(
                                            in.choose(Values.USERS), in.choose(Values.MESSAGES)),
                            in -> new InviteRequest(in.choose(Values.USERS)),
                            in ->
                                    new InviteAnswerRequest(
                                            in.choose(Values.INVITATIONS), in.next() % 2 == 0)));

    static final List<Function<Input, Packet>> BACCARAT =
            and(
                    CHAT,
                    List.of(
                            in -> new GameStartRequest(),
                            in ->
                                    new GameBetRequest(
                                            in.choose(Values.SIDES),
                                            in.choose(Values.AMOUNTS).orElse(null))));

    private PacketMakers() {}

    private static List<Function<Input, Packet>> and(
            List<Function<Input, Packet>> some, List<Function<Input, Packet>> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static @Nullable Short number(Input in) {
        int number = in.next();
        return number == 0 ? null : (short) (number << 8 | in.next());
    }

    /** What the fields of packets are chosen from. */
    private static final class Values {
        static final List<String> USERS = List.of("a", "b", "c", "안녕", "d", "nobody", "");

        static final List<Bytes> IDS =
                List.of(
                        Bytes.utf8("a"),
                        Bytes.utf8("b"),
                        Bytes.utf8("c"),
                        Bytes.utf8("안녕"),
                        Bytes.utf8("d"),
                        Bytes.utf8("0123456789abcdef"),
                        Bytes.utf8(""),
                        Bytes.utf8("a\nb"),
                        Bytes.of((byte) 0xC3));

        static final List<Bytes> PASSWORDS =
                List.of(
                        Bytes.utf8("pw"),
                        Bytes.utf8("room 2"),
                        Bytes.utf8("room 3"),
                        Bytes.utf8("no"));

        static final List<Integer> ROOMS =
                List.of(
                        0,
                        1,
                        2,
                        3,
                        4,
                        RoomEnterRequest.ANY_ROOM,
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE);

        static final List<String> MESSAGES =
                List.of(
                        "x",
                        "안녕",
                        "y".repeat(Message.MAX_BYTES),
                        "y".repeat(Message.MAX_BYTES + 1),
                        "");

        static final List<Long> INVITATIONS =
                List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 0L, -1L);

        static final List<Integer> SIDES = List.of(1, 2, 3, 0, 4, -1);

        static final List<Optional<Long>> AMOUNTS =
                List.of(
                        Optional.empty(),
                        Optional.of(100L),
                        Optional.of(99L),
                        Optional.of(5000L),
                        Optional.of(9999L),
                        Optional.of(100_000L),
                        Optional.of(Long.MAX_VALUE),
                        Optional.of(-1L));
    }
}
