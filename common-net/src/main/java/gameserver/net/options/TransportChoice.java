package gameserver.net.options;

import java.util.Locale;

/** What {@code --transport} can say. */
public enum TransportChoice {
    AUTO,
    IO_URING,
    EPOLL,
    KQUEUE,
    NIO;

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
