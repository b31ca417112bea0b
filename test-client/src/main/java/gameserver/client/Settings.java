package gameserver.client;

import gameserver.net.options.HostPort;
import gameserver.net.tls.ClientTls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a client was started.
 *
 * @param address where {@code connect} goes when it is told nothing else
 * @param tls of every connection to a server; null when they are plain
 * @param format of the bodies that the server reads and writes
 * @param timeout of connecting, of calling the API server, and of an {@code expect} that says none
 * @param inspecting whether the inspector starts switched on
 */
record Settings(
        HostPort address,
        @Nullable ClientTls tls,
        Format format,
        ApiSettings api,
        Duration timeout,
        Mode mode,
        Style style,
        boolean inspecting) {

    /** Who says the commands. */
    enum Mode {
        /** A person, who wants to see what happens. */
        INTERACTIVE,
        /** A file or another program, which says what it expects and wants to hear no more. */
        SCRIPTED
    }

    boolean isInteractive() {
        return mode == Mode.INTERACTIVE;
    }
}
