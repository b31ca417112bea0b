package gameserver.api;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between a server and what it needs, so that a test can take that away. */
final class TcpRelay implements AutoCloseable {
    private final HostPort target;
    private final HostPort address;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;

    TcpRelay(HostPort target) {
        this.target = target;
        address = HostPort.of((InetSocketAddress) listen(0).getLocalSocketAddress());
    }

    HostPort address() {
        return address;
    }

    /** Closes all connections; new ones are refused. */
    void cut() {
        close();
    }

    /** Lets connections through again. */
    void mend() {
        listen(address.port());
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = opened;
            run("relay-accept", () -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) throws IOException {
        while (true) {
            Socket near = from.accept();
            Socket far = new Socket(target.host(), target.port());
            sockets.add(near);
            sockets.add(far);
            run("relay-out", () -> copy(near, far));
            run("relay-in", () -> copy(far, near));
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            sockets.remove(from);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                return; // Cut, or closed by one of the ends.
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            if (listener != null) {
                listener.close();
            }
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
