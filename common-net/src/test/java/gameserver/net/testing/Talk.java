package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import java.nio.charset.StandardCharsets;

/** What clients of tests say and hear again and again. */
public final class Talk {
    private Talk() {}

    public static Echo echo(String text) {
        return new Echo(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** An echo that is told from others by its number, with a payload of {@code size} bytes. */
    public static Echo numberedEcho(int number, int size) {
        byte[] payload = new byte[size];
        payload[0] = (byte) (number >> 24);
        payload[1] = (byte) (number >> 16);
        payload[2] = (byte) (number >> 8);
        payload[3] = (byte) number;
        return new Echo(Bytes.of(payload));
    }

    public static String text(Echo echo) {
        return new String(echo.payload().toArray(), StandardCharsets.UTF_8);
    }

    /** Sends a ping and waits for its answer: the server is there and serves this client. */
    public static void assertServed(NetClient client) throws InterruptedException {
        client.send(new PingRequest((short) 7));
        assertEquals(
                new PingResponse((short) 7),
                client.expect(PingResponse.class, TestServer.PATIENCE));
    }

    public static void expectEcho(NetClient client, Echo echo) throws InterruptedException {
        assertEquals(echo, client.expect(Echo.class, TestServer.PATIENCE));
    }

    public static void expectError(NetClient client, ErrorCode error) throws InterruptedException {
        assertEquals(ErrorNotify.of(error), client.expect(ErrorNotify.class, TestServer.PATIENCE));
    }

    public static void expectClosed(NetClient client) throws InterruptedException {
        client.expectClosed(TestServer.PATIENCE);
    }
}
