package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import gameserver.net.session.RefusalReason;
import gameserver.net.session.Session;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with one place, and the first of its refused connections, which are told so. */
class AdmissionTest {
    private final ServerContext<Session> server = IdleServer.withPlaces(1);
    private final EmbeddedChannel listener = new EmbeddedChannel();

    AdmissionTest() {
        listener.freezeTime();
        listener.pipeline().addLast(new Admission(server));
    }

    @AfterEach
    void close() {
        listener.finishAndReleaseAll();
    }

    private Channel accept() {
        Channel client = new EmbeddedChannel();
        listener.writeInbound(client);
        return client;
    }

    private void assertGoesOn(Channel client) {
        assertSame(client, listener.readInbound());
    }

    private void assertRefusedAndTold() {
        Channel client = accept();
        assertGoesOn(client);
        assertNull(client.attr(Admission.SLOT).get());
    }

    private void assertClosed() {
        Channel client = accept();
        assertNull(listener.readInbound());
        assertFalse(client.isOpen());
    }

    @Test
    void tellsTheFirstOfEachSecondAndClosesTheOthers() {
        Channel admitted = accept();
        assertGoesOn(admitted);
        assertNotNull(admitted.attr(Admission.SLOT).get());

        for (int second = 1; second <= 3; second++) {
            for (int i = 0; i < Admission.NOTICES_PER_SECOND; i++) {
                assertRefusedAndTold();
            }
            assertClosed();
            listener.advanceTimeBy(999, TimeUnit.MILLISECONDS);
            assertClosed();
            assertEquals(
                    second * (Admission.NOTICES_PER_SECOND + 2L),
                    server.counters().refused(RefusalReason.SERVER_FULL).sum());
            listener.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void aPlaceThatNoSessionHasTakenOverIsFreeWhenTheConnectionIsClosed() {
        Channel client = accept();
        assertGoesOn(client);
        client.close().syncUninterruptibly();

        assertNotNull(accept().attr(Admission.SLOT).get());
    }
}
