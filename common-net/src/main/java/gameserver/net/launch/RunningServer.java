package gameserver.net.launch;

import gameserver.net.options.HostPort;

/** A server that accepts connections, until it is told to stop. */
public interface RunningServer {
    /** Where it listens, with the real port. */
    HostPort address();

    /** Stops in good order. Called once; returns when everything has ended. */
    void stop();
}
