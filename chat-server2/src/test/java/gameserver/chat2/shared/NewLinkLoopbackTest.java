package gameserver.chat2.shared;

import static gameserver.chat2.shared.TwoServers.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.User;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat2.Users;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Result;
import gameserver.net.session.Session;
import gameserver.net.testing.TestServer;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that has lost its link to the others and gets another one. */
@Timeout(60)
final class NewLinkLoopbackTest {
    /** A session of which nothing is asked but its number. */
    private static Session session(Callable<Long> id) {
        return (Session)
                Proxy.newProxyInstance(
                        Session.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        (session, method, args) -> id.call());
    }

    /**
     * Dave logs out while the new link is made, so the first that the server does when it is there
     * is to release his id. That is the moment in which alice asks.
     */
    @ParameterizedTest
    @ValueSource(ints = {RoomEnterRequest.ANY_ROOM, 0, 1})
    void roomsCanBeEnteredAsSoonAsTheServerIsLinked(int room) throws Exception {
        try (TwoServers servers = new TwoServers()) {
            NetClient alice = servers.user(servers.first(), "alice");
            Users users = servers.first().users;
            CompletableFuture<RoomEnterResponse> answer = new CompletableFuture<>();
            User dave =
                    new User(
                            session(
                                    () -> {
                                        if (servers.first().isLinked()) {
                                            alice.send(new RoomEnterRequest(room));
                                            answer.complete(hear(alice, RoomEnterResponse.class));
                                        } else {
                                            users.release("dave", users.find("dave"));
                                        }
                                        return 1000L;
                                    }));
            users.claim("dave", dave);

            Objects.requireNonNull(servers.first().link()).lose("a test");

            long seconds = 2 * TestServer.PATIENCE.toSeconds();
            assertEquals(Result.SUCCESS, answer.get(seconds, TimeUnit.SECONDS).result());
        }
    }
}
