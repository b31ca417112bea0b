package gameserver.net.testing;

import gameserver.net.logic.LogicThread;

/** Where a server's handlers run. What holds for one has to hold for the other. */
public enum Threading {
    EVENT_LOOPS,
    LOGIC_THREAD;

    public TestServer.Builder server() {
        TestServer.Builder builder = new TestServer.Builder();
        return this == EVENT_LOOPS ? builder : builder.logic(new LogicThread("logic"));
    }
}
