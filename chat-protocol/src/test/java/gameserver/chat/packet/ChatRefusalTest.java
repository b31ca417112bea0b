package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.Result;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which packet tells the sender of a request that it has failed. */
class ChatRefusalTest {
    private static Arguments refused(PacketType<?> type, Function<Result, Packet> response) {
        return arguments(type, response);
    }

    private static Arguments refusedByNotify(PacketType<?> type) {
        return refused(type, result -> new ErrorNotify((short) result.code()));
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                refusedByNotify(Echo.TYPE),
                refusedByNotify(PingRequest.TYPE),
                refused(LoginRequest.TYPE, LoginResponse::new),
                refused(RoomEnterRequest.TYPE, result -> new RoomEnterResponse(result, 0, 0)),
                refused(RoomLeaveRequest.TYPE, RoomLeaveResponse::new),
                refused(RoomChatRequest.TYPE, RoomChatResponse::new),
                refusedByNotify(RoomRelayRequest.TYPE),
                refused(WhisperRequest.TYPE, WhisperResponse::new),
                refused(InviteRequest.TYPE, result -> new InviteResponse(result, 0)),
                refused(InviteAnswerRequest.TYPE, InviteAnswerResponse::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void tellsEveryErrorByTheResponseOfTheRequest(
            PacketType<?> type, Function<Result, Packet> response) {
        for (ErrorCode error : ErrorCode.values()) {
            assertEquals(response.apply(Result.of(error)), type.refuse(error));
        }
    }

    @Test
    void everyPacketToTheServerIsLookedAt() {
        Set<Object> looked = requests().map(each -> each.get()[0]).collect(Collectors.toSet());

        assertEquals(Set.copyOf(ChatPackets.CATALOG.toServer().types()), looked);
    }
}
