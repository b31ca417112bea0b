package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import gameserver.client.Settings.Mode;
import gameserver.net.options.HostPort;
import gameserver.net.tls.ClientTls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody at a prompt, without the terminal: says commands and reads lines. */
final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
    private final Client client;

    Person(HostPort server, ApiSettings api) {
        this(server, Format.BINARY, api);
    }

    Person(HostPort server, Format format, ApiSettings api) {
        this(server, null, format, api);
    }

    private Person(HostPort server, @Nullable ClientTls tls, Format format, ApiSettings api) {
        Settings settings =
                new Settings(
                        server, tls, format, api, PATIENCE, Mode.INTERACTIVE, Style.PLAIN, false);
        client = new Client(settings, screen::add);
    }

    /** Somebody who speaks TLS. */
    static Person under(ClientTls tls, HostPort server) {
        return new Person(server, tls, Format.BINARY, ApiSettings.USUAL);
    }

    /** Somebody who is connected and logged in. */
    static Person logIn(HostPort server, String name) throws Exception {
        Person person = new Person(server, ApiSettings.USUAL);
        person.says("connect");
        person.reads("connected to " + server);
        person.says("login " + name);
        person.reads("* you are logged in as " + name);
        return person;
    }

    HostPort server() {
        return client.defaultAddress();
    }

    void says(String command) throws Exception {
        Commands.run(command, client);
    }

    /** The next line has to be this one. */
    void reads(String line) throws InterruptedException {
        assertEquals(line, screen.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /** Says something and reads the line that comes of it. */
    void saysAndReads(String command, String line) throws Exception {
        says(command);
        reads(line);
    }

    /** Skips lines up to one that is wanted. */
    String awaits(Predicate<String> wanted) throws InterruptedException {
        List<String> skipped = new ArrayList<>();
        while (true) {
            String line = screen.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertNotNull(line, "never came; there was " + skipped);
            if (wanted.test(line)) {
                return line;
            }
            skipped.add(line);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
