package gameserver.net.testing;

/** What is between clients and handlers. What holds for one has to hold for the others. */
public enum Setup {
    EVENT_LOOPS,
    LOGIC_THREAD,
    LOGIC_THREAD_AND_TLS;

    public TestServer.Builder server() {
        return switch (this) {
            case EVENT_LOOPS -> Threading.EVENT_LOOPS.server();
            case LOGIC_THREAD -> Threading.LOGIC_THREAD.server();
            case LOGIC_THREAD_AND_TLS -> Threading.LOGIC_THREAD.server().tls();
        };
    }
}
