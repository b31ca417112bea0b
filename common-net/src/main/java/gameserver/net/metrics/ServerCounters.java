package gameserver.net.metrics;

import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.RefusalReason;
import gameserver.net.tls.HandshakeFailure;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What a server counts. Any thread may add and read; nothing here ever blocks. */
public final class ServerCounters {
    public final LongAdder sessionsOpened = new LongAdder();
    public final LongAdder packetsReceived = new LongAdder();
    public final LongAdder packetsSent = new LongAdder();
    public final LongAdder bytesSent = new LongAdder();
    public final LongAdder logicStuck = new LongAdder();

    /** What frames that are no packets are counted as. */
    static final Set<ErrorCode> UNDECODABLE =
            EnumSet.of(
                    ErrorCode.PACKET_DECODING_FAIL,
                    ErrorCode.UNKNOWN_PACKET_ID,
                    ErrorCode.UNSUPPORTED_PACKET_TYPE);

    private final Map<RefusalReason, LongAdder> refused = new EnumMap<>(RefusalReason.class);
    private final Map<CloseReason, LongAdder> closed = new EnumMap<>(CloseReason.class);
    private final Map<ErrorCode, LongAdder> undecodable = new EnumMap<>(ErrorCode.class);
    private final Map<HandshakeFailure, LongAdder> handshakesFailed =
            new EnumMap<>(HandshakeFailure.class);

    public ServerCounters() {
        for (RefusalReason reason : RefusalReason.values()) {
            refused.put(reason, new LongAdder());
        }
        for (CloseReason reason : CloseReason.values()) {
            closed.put(reason, new LongAdder());
        }
        for (ErrorCode error : UNDECODABLE) {
            undecodable.put(error, new LongAdder());
        }
        for (HandshakeFailure reason : HandshakeFailure.values()) {
            handshakesFailed.put(reason, new LongAdder());
        }
    }

    /** Connections that were refused for {@code reason}. */
    public LongAdder refused(RefusalReason reason) {
        return Objects.requireNonNull(refused.get(reason));
    }

    /** Sessions that ended for {@code reason}. */
    public LongAdder closed(CloseReason reason) {
        return Objects.requireNonNull(closed.get(reason));
    }

    /** Connections that ended in their TLS handshake, and so never became sessions. */
    public LongAdder handshakesFailed(HandshakeFailure reason) {
        return Objects.requireNonNull(handshakesFailed.get(reason));
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
