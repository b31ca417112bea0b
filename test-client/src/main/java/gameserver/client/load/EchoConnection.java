package gameserver.client.load;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Checks that replies are what was sent, in the same order. */
final class EchoConnection extends LoadConnection {
    private final EchoMessage message;

    EchoConnection(int index, LoadLoop loop, EchoMessage message) {
        super(index, loop);
        this.message = message;
    }

    @Override
    void onConnected() {
        ready();
    }

    @Override
    int messageSize() {
        return message.size();
    }

    @Override
    void append(ByteBuf out, long intendedAt, long sequence) {
        message.append(out, intendedAt, sequence);
    }

    @Override
    @Nullable String onFrame(ByteBuf frame, int id, int size) {
        String problem = message.problem(frame, id, size, answered());
        if (problem != null) {
            return problem;
        }
        long intendedAt = EchoMessage.intendedAt(frame);
        if (!isNextAnswer(intendedAt)) {
            return EchoMessage.notWhatWasSent(answered());
        }
        onAnswered();
        onHeard(intendedAt);
        return null;
    }

    @Override
    long unanswered(long now) {
        return owed(now) - answered();
    }
}
