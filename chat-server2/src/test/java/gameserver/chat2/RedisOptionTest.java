package gameserver.chat2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for the address of a Redis. */
final class RedisOptionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://127.0.0.1",
                "redis://game_redis",
                "redis://127.0.0.1:6379",
                "redis://[::1]:6379/3",
                "redis://:hush@redis.example:6379/",
                "redis://:hu%23sh@redis.example:6379/",
                "rediss://user:h:u@sh@redis.example:6380/0?timeout=1s"
            })
    void isTaken(String url) {
        ChatServer2.checkRedis(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:6379",
                "http://host:6379",
                "redis://",
                "redis://:6379",
                "redis://host:port",
                "redis://host:65536",
                "redis://host/cache",
                "redis://host:6379/1/2",
                "redis://host/99999999999",
                "redis://:hu^sh@host",
                "redis://:hu%sh@host",
                "redis://user:hu sh@host",
                "redis://user:hu/sh@host:6379",
                "redis://user:hu?sh@host:6379",
                "redis://user:hu#sh@host:6379"
            })
    void isRefusedWithoutBeingRepeated(String url) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ChatServer2.checkRedis(url));

        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("--redis: not redis://host:port"), message);
        assertFalse(message.contains("hu"), message);
        assertTrue(refused.getCause() == null);
    }
}
