package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands before and behind the TLS handler, without one between. */
@ExtendWith(NoLeaks.class)
class TlsHandlersTest {
    private final List<String> told = new ArrayList<>();

    /** The rest of the pipeline. */
    private final class Rest extends ChannelInboundHandlerAdapter {
        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            told.add("active");
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            told.add(event == ChannelInputShutdownEvent.INSTANCE ? "input shut" : "" + event);
        }
    }

    private EmbeddedChannel channel() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.pipeline()
                .addLast(new HandshakeInput())
                .addLast(
                        new TlsEvents(
                                channel,
                                new IoLoop(channel.eventLoop(), 0),
                                IdleServer.withPlaces(1),
                                () -> channel.pipeline().addLast(new Rest()),
                                () -> told.add("given up")));
        return channel;
    }

    private static void handshake(EmbeddedChannel channel) {
        channel.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
    }

    private static ByteBuf bytes(int size) {
        return Unpooled.buffer(size).writeZero(size);
    }

    @Test
    void aConnectionIsActiveWhenTheHandshakeIsOver() {
        EmbeddedChannel channel = channel();
        channel.pipeline().fireChannelActive();
        assertEquals(List.of(), told);

        handshake(channel);

        assertEquals(List.of("active"), told);
        channel.finishAndReleaseAll();
        assertEquals(List.of("active"), told);
    }

    @Test
    void aConnectionThatEndsBeforeIsGivenUp() {
        channel().finishAndReleaseAll();

        assertEquals(List.of("given up"), told);
    }

    @Test
    void theEndOfTlsInputIsTheEndOfInputAndNothingIsKeptAfterIt() {
        EmbeddedChannel channel = channel();
        handshake(channel);
        told.clear();

        channel.pipeline().fireUserEventTriggered(SslCloseCompletionEvent.SUCCESS);

        assertEquals(List.of("input shut"), told);
        ByteBuf late = bytes(100);
        assertFalse(channel.writeInbound(late));
        assertEquals(0, late.refCnt());
        channel.finishAndReleaseAll();
    }

    @Test
    void aHandshakeMayNotHaveEndlessInput() {
        EmbeddedChannel channel = channel();
        for (int i = 0; i < 64; i++) {
            channel.writeInbound(bytes(1024));
        }
        ByteBuf tooMuch = bytes(1);

        channel.writeInbound(tooMuch);

        assertEquals(0, tooMuch.refCnt());
        assertFalse(channel.isOpen());
        assertEquals(List.of("given up"), told);
        channel.finishAndReleaseAll();
    }

    @Test
    void whatComesAfterTheHandshakeHasNoBound() {
        EmbeddedChannel channel = channel();
        handshake(channel);

        for (int i = 0; i < 100; i++) {
            assertTrue(channel.writeInbound(bytes(1024)));
        }
        channel.finishAndReleaseAll();
    }
}
