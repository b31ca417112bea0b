package gameserver.client.load;

import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.BodyFormat;
import java.util.ArrayList;
import java.util.List;

/** Each connection gets back what it sends. */
record EchoLoad(int connections) implements LoadKind {
    EchoLoad {
        LoadPlan.check("--connections", connections, 1, LoadPlan.MOST_CONNECTIONS);
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public int leastPayload() {
        return EchoMessage.LEAST_PAYLOAD;
    }

    @Override
    public int mostPayload() {
        return PacketHeader.MAX_SIZE - PacketHeader.LENGTH;
    }

    @Override
    public String crowd() {
        return connections + " connections";
    }

    @Override
    public String crowdJson() {
        return "\"connections\":" + connections;
    }

    @Override
    public String counted() {
        return "messages";
    }

    @Override
    public String countedOne() {
        return "message";
    }

    @Override
    public List<LoadConnection> join(List<LoadLoop> loops, BodyFormat format, int payloadBytes) {
        EchoMessage message = new EchoMessage(payloadBytes);
        List<LoadConnection> joined = new ArrayList<>();
        for (int index = 0; index < connections; index++) {
            LoadLoop loop = loops.get(index % loops.size());
            joined.add(new EchoConnection(index, loop, message));
        }
        return joined;
    }
}
