package gameserver.client.load;

import gameserver.net.packet.BodyFormat;
import java.util.List;

/**
 * What the connections of a load say, and what is counted of what they hear: all in which one load
 * differs from another. The schedule, the latencies and the report are the same for all.
 */
sealed interface LoadKind permits EchoLoad, ChatLoad {
    /** As the report calls it. */
    String name();

    /** How many, all at the same time. */
    int connections();

    /** Bytes of a message that hold what is needed to check it. */
    int leastPayload();

    int mostPayload();

    /** Who takes part, for people. */
    String crowd();

    /** The same for programs: fields of a JSON object. */
    String crowdJson();

    /** What is counted, as a plural; also what it is called in JSON. */
    String counted();

    /** One of what is counted. */
    String countedOne();

    /** Makes the connections, by their index, and adds each to one of the loops. */
    List<LoadConnection> join(List<LoadLoop> loops, BodyFormat format, int payloadBytes);
}
