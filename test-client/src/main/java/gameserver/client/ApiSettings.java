package gameserver.client;

import java.net.URI;

/**
 * Where accounts are, and what for.
 *
 * @param server the API server, as {@code http://host:port}
 * @param game whose servers a login is for
 */
record ApiSettings(URI server, String game) {
    static final String DEFAULT_SERVER = "http://127.0.0.1:11080";
    static final String DEFAULT_GAME = "chat-server2";

    /** What holds when nobody has said anything. */
    static final ApiSettings USUAL = new ApiSettings(URI.create(DEFAULT_SERVER), DEFAULT_GAME);
}
