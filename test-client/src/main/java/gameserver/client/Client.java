package gameserver.client;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the commands work on: at most one connection, and the place where text is shown.
 *
 * <p><strong>Threads:</strong> one thread runs the commands. Frames come on an event loop, and are
 * shown there, so {@code printer} must take lines from both.
 */
final class Client implements AutoCloseable {
    private final ClientThreads threads;
    private final Dialect dialect;
    private final Settings settings;
    private final Consumer<String> printer;
    private final Inspector inspector;
    private final ChatView chat;
    private final GameView game;
    private final ApiClient api;
    private final Heartbeat heartbeat = new Heartbeat();

    private volatile boolean inspecting;
    private volatile @Nullable NetClient connection;
    private @Nullable HostPort connectedTo;
    private boolean quitting;

    Client(Settings settings, Consumer<String> printer) {
        this.settings = settings;
        this.threads = new ClientThreads(1, settings.tls());
        this.dialect = new Dialect(BaccaratPackets.CATALOG, settings.format().bodies());
        this.printer = printer;
        this.inspector = new Inspector(settings.style());
        this.chat = new ChatView(settings.style());
        this.game = new GameView(settings.style(), chat::nameInRoom);
        this.api = new ApiClient(settings.api(), settings.timeout());
        this.inspecting = settings.inspecting();
    }

    HostPort defaultAddress() {
        return settings.address();
    }

    Duration timeout() {
        return settings.timeout();
    }

    PacketCatalog catalog() {
        return dialect.catalog();
    }

    /** What is known of the chat on this connection. */
    ChatView chat() {
        return chat;
    }

    /** What is known of the table in the room. */
    String table() {
        return chat.isInRoom()
                ? game.table(Instant.now())
                : "you are at no table; 'enter' a room first";
    }

    ApiClient api() {
        return api;
    }

    boolean isQuitting() {
        return quitting;
    }

    void quit() {
        quitting = true;
    }

    /** Shows what was asked for. */
    void print(String text) {
        printer.accept(text);
    }

    /** Shows what a person would like to know; a script is not told. */
    void tell(String text) {
        if (settings.isInteractive()) {
            print(text);
        }
    }

    void inspect(boolean on) {
        inspecting = on;
        tell("the inspector is " + (on ? "on" : "off"));
    }

    void connect(HostPort address) throws CommandException {
        if (connection != null) {
            disconnect();
        }
        forgetWhere();
        NetClient opened;
        try {
            opened = NetClient.connect(threads, address, dialect, timeout(), this::show);
        } catch (IOException e) {
            throw new CommandException(e);
        }
        connection = opened;
        connectedTo = address;
        tell("connected to " + address + (settings.tls() == null ? "" : " by TLS"));
        if (settings.isInteractive()) {
            opened.dropOldestWhenFull(); // A person reads the screen, and may never say expect.
            opened.onClosed(() -> onClosed(opened));
            heartbeat.start(threads, opened);
        }
    }

    private void forgetWhere() {
        chat.forget();
        game.forget();
    }

    /** Whether there is a connection to {@code address}, by whatever name of the host. */
    boolean isConnectedTo(HostPort address) {
        NetClient open = connection;
        HostPort there = connectedTo;
        return open != null
                && !open.isAtEnd()
                && there != null
                && there.toSocketAddress().equals(address.toSocketAddress());
    }

    /** On an event loop. */
    private void onClosed(NetClient closed) {
        if (connection == closed) {
            connection = null;
            forgetWhere();
            tell("not connected any more: " + closed.end());
        }
    }

    void disconnect() throws CommandException {
        NetClient open = connection();
        connection = null; // Before it is closed, so that onClosed knows who has closed it.
        open.close();
        forgetWhere();
        tell("disconnected");
    }

    /**
     * Sends a packet. A server may close the connection at any moment, so a script is told of that
     * only by {@code expect}: else it would fail on one line or the other by chance.
     */
    void send(Packet packet) throws CommandException {
        try {
            readyToSend().send(packet);
        } catch (IllegalStateException e) {
            throw new CommandException(e);
        }
    }

    void sendRaw(byte... bytes) throws CommandException {
        readyToSend().sendRaw(bytes);
    }

    private NetClient readyToSend() throws CommandException {
        NetClient open = connection();
        if (open.isAtEnd()) {
            throw new CommandException("not connected any more: " + open.end());
        }
        if (settings.isInteractive()) {
            forgetReceived(open);
        }
        return open;
    }

    /** What a person expects is an answer to what was said last. */
    private static void forgetReceived(NetClient open) throws CommandException {
        try {
            Frame forgotten;
            do {
                forgotten = open.poll(Duration.ZERO);
            } while (forgotten != null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        }
    }

    /**
     * The connection, open or ended by the server.
     *
     * @throws CommandException when there has been none, or the user has closed it
     */
    NetClient connection() throws CommandException {
        NetClient current = connection;
        if (current == null) {
            throw new CommandException("not connected; say 'connect' first");
        }
        return current;
    }

    /** On the thread that sends, or on an event loop. */
    private void show(Frame frame) {
        boolean unasked = heartbeat.see(frame);
        Optional<String> line = chat.see(frame).or(() -> game.see(frame));
        if (inspecting) {
            print(inspector.show(frame));
        } else if (frame.direction() == Direction.RECEIVED && line.isEmpty() && !unasked) {
            tell("<-- " + Fields.summary(frame));
        }
        line.filter(text -> !text.isEmpty()).ifPresent(this::tell);
    }

    /** Closes the connection, if there is one, and ends the threads. */
    @Override
    public void close() {
        NetClient open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
        threads.close();
    }
}
