package gameserver.api.state;

import gameserver.net.options.HostPort;

/**
 * What a game server has told of itself with its last heartbeat.
 *
 * @param id its name, of which there is one
 * @param host where clients reach it
 * @param users logged in at the moment
 * @param capacity how many it takes
 * @param rooms in use at the moment
 * @param draining whether it is about to stop, and takes nobody any more
 */
public record GameServerInfo(
        String id,
        String game,
        String host,
        int port,
        int users,
        int capacity,
        int rooms,
        boolean draining) {

    /** Where clients reach it. */
    public HostPort address() {
        return new HostPort(host, port);
    }
}
