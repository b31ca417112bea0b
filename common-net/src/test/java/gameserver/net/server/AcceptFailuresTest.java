package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.LogCapture;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptFailuresTest {
    private final EmbeddedChannel listener = new EmbeddedChannel(new AcceptFailures());
    private final LogCapture log = new LogCapture();

    @AfterEach
    void close() {
        log.close();
        listener.finishAndReleaseAll();
    }

    @Test
    void whatTheSystemRefusesIsOneLine() {
        listener.pipeline().fireExceptionCaught(new IOException("Too many open files"));

        assertEquals(
                List.of("WARN can't accept connections, next try in a second: Too many open files"),
                log.lines());
        assertEquals(List.of(), log.traces());
    }

    @Test
    void aBugOfOursComesWithItsTrace() {
        listener.pipeline().fireExceptionCaught(new IllegalStateException("thrown by a test"));

        assertEquals(List.of("can't accept connections, next try in a second"), log.traces());
    }
}
