package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The Redis of the tests can be stopped, started again and frozen. */
final class RedisServerTest {
    @Test
    void aStoppedOneAnswersAgainOnItsPortAfterARestart() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            String url = redis.url();
            assertEquals("+PONG", ask(redis.address()));

            redis.stop();
            assertThrows(ConnectException.class, () -> ask(redis.address()));

            redis.restart();
            assertEquals("+PONG", ask(redis.address()));
            assertEquals(url, redis.url());
        }
    }

    @Test
    void aFrozenOneKeepsItsCallersWaitingUntilItThaws() throws Exception {
        try (RedisServer redis = RedisServer.start()) {
            redis.freeze();
            assertThrows(SocketTimeoutException.class, () -> ask(redis.address()));

            redis.thaw();
            assertEquals("+PONG", ask(redis.address()));
        }
    }

    private static String ask(HostPort address) throws IOException {
        try (Socket socket = new Socket(address.host(), address.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
