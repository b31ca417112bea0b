package gameserver.client;

import gameserver.net.testing.ServerProcess;
import java.nio.file.Path;

/** The real chat server, as the build has made it. */
public final class ChatServerJar {
    public static final Path PATH = Path.of(System.getProperty("chat-server.jar"));

    private ChatServerJar() {}

    /** Starts it on a free port. */
    public static ServerProcess start(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "--bind=127.0.0.1:0";
        all[1] = "--log-level=warn";
        all[2] = "--io-threads=1";
        System.arraycopy(options, 0, all, 3, options.length);
        return ServerProcess.start(PATH, all);
    }
}
