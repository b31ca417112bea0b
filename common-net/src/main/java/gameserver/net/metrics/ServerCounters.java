package gameserver.net.metrics;

import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What a server counts. Any thread may add and read; nothing here ever blocks. */
public final class ServerCounters {
    public final LongAdder sessionsOpened = new LongAdder();
    public final LongAdder sessionsRefused = new LongAdder();
    public final LongAdder packetsReceived = new LongAdder();
    public final LongAdder packetsSent = new LongAdder();
    public final LongAdder bytesSent = new LongAdder();

    /** What frames that are no packets are counted as. */
    static final Set<ErrorCode> UNDECODABLE =
            EnumSet.of(
                    ErrorCode.PACKET_DECODING_FAIL,
                    ErrorCode.UNKNOWN_PACKET_ID,
                    ErrorCode.UNSUPPORTED_PACKET_TYPE);

    private final Map<CloseReason, LongAdder> closed = new EnumMap<>(CloseReason.class);
    private final Map<ErrorCode, LongAdder> undecodable = new EnumMap<>(ErrorCode.class);

    public ServerCounters() {
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, new LongAdder());
        }
        for (ErrorCode error : UNDECODABLE) {
            undecodable.put(error, new LongAdder());
        }
    }

    /** Sessions that ended for {@code reason}. */
    public LongAdder closed(CloseReason reason) {
        return Objects.requireNonNull(closed.get(reason));
    }

    /**
     * Frames that were answered with {@code error} because they were no packets. A body that breaks
     * a rule with an error code of its own counts as one that could not be decoded.
     */
    public LongAdder undecodable(ErrorCode error) {
        ErrorCode kind = UNDECODABLE.contains(error) ? error : ErrorCode.PACKET_DECODING_FAIL;
        return Objects.requireNonNull(undecodable.get(kind));
    }
}
