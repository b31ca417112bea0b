package gameserver.net.server;

/** The end of a session's pause, as a task that is called by the session's name. */
record Resumption(ChannelSession<?> session, Runnable then) implements Runnable {
    @Override
    public void run() {
        session.resume(then);
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
