package gameserver.net.session;

import java.util.function.Function;

/**
 * What the application does when a client comes and when it goes. Both methods run on the session's
 * logic thread, each exactly once per session, with all its packets between them.
 *
 * @param <C> what the application keeps of a session; its packet handlers get it
 */
public interface SessionListener<C> {
    C onOpened(Session session);

    /** The last that is heard of {@code context}. */
    void onClosed(C context, CloseReason reason);

    /** For an application that has nothing to do when a client goes. */
    static <C> SessionListener<C> of(Function<Session, C> onOpened) {
        return new SessionListener<>() {
            @Override
            public C onOpened(Session session) {
                return onOpened.apply(session);
            }

            @Override
            public void onClosed(C context, CloseReason reason) {}
        };
    }
}
