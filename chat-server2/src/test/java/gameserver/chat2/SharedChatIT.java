package gameserver.chat2;

import static gameserver.chat2.SharedServers.hear;
import static gameserver.chat2.SharedServers.speak;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat2.SharedServers.Server;
import gameserver.net.client.NetClient;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes with one Redis are one chat, also when one of them is killed. */
@Timeout(60)
final class SharedChatIT {
    private final SharedServers servers = new SharedServers();

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void theUsersOfAKilledServerAreGoneAndTheirIdsFree() throws Exception {
        Server first = servers.start();
        Server second = servers.start();
        Server third = servers.start();
        NetClient alice = servers.guest(first.address(), "앨리스", 0);
        NetClient bob = servers.guest(second.address(), "bob", 1);
        NetClient carol = servers.guest(third.address(), "carol", 2);
        assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(bob, RoomNewUserNotify.class));
        speak(carol, 3, "안녕", alice, bob);

        second.process().kill();

        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(2), hear(carol, RoomLeaveUserNotify.class));
        servers.guest(third.address(), "bob", 2);
        assertEquals(new RoomNewUserNotify(4, "bob"), hear(alice, RoomNewUserNotify.class));
    }

    @Test
    void whoLogsInElsewhereEndsTheOlderLoginOnAnotherServer() throws Exception {
        Server first = servers.start("--duplicate-login=replace");
        Server second = servers.start("--duplicate-login=replace");
        NetClient older = servers.guest(first.address(), "alice", 0);

        NetClient newer = servers.guest(second.address(), "alice", 0);

        assertEquals(ErrorNotify.of(ErrorCode.LOGGED_IN_ELSEWHERE), hear(older, ErrorNotify.class));
        older.expectClosed(TestServer.PATIENCE);
        speak(newer, 2, "me");
    }

    @Test
    void serversWithOtherRoomsDoNotJoin() throws Exception {
        servers.start();

        ServerProcess other = servers.launch("--room-size=7");

        assertEquals(1, other.awaitExit(TestServer.PATIENCE));
        assertTrue(other.errors().contains("--room-size 100"), other.errors());
    }
}
