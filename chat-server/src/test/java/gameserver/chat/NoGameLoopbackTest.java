package gameserver.chat;

import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.NoLeaks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A chat without tables knows no game. */
@ExtendWith(NoLeaks.class)
final class NoGameLoopbackTest {
    @Test
    void packetsOfAGameAreUnknown() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest guest = server.guestIn(0, "guest");
            for (int id : List.of(751, 752, 753, 761, 762, 763, 764, 765, 766, 767)) {
                guest.saysFrame(id, "").hearsError(ErrorCode.UNKNOWN_PACKET_ID);
                guest.saysFrame(id, "01").hearsError(ErrorCode.UNKNOWN_PACKET_ID);
                guest.hearsNothingMore();
            }
        }
    }
}
