package gameserver.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The tables of the {@link Ledger}: scripts, each of which brings them from one version to the
 * next. The API server has Flyway for that.
 */
final class Schema {
    private static final SortedMap<Integer, String> SCRIPTS =
            new TreeMap<>(Map.of(100, "V100__wallet.sql", 101, "V101__changes.sql"));

    private Schema() {}

    /** Makes the tables in a database that has none of them. */
    static void create(Jdbi jdbi) {
        jdbi.useTransaction(handle -> SCRIPTS.values().forEach(script -> run(handle, script)));
    }

    /**
     * Makes the tables in a SQLite database, or brings those to this version that are there.
     *
     * @throws IllegalStateException when a later version has made them
     */
    static void update(Jdbi jdbi) {
        jdbi.useTransaction(
                handle -> {
                    int version = version(handle);
                    if (version > SCRIPTS.lastKey()) {
                        throw new IllegalStateException("its chips are of a later version");
                    }
                    SCRIPTS.tailMap(version + 1).values().forEach(script -> run(handle, script));
                    handle.execute("PRAGMA user_version = " + SCRIPTS.lastKey());
                });
    }

    /** 0 in a new file, and in one of version 100, whose script can be run again. */
    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private static void run(Handle handle, String script) {
        handle.createScript(text("/db/wallet/" + script)).execute();
    }

    private static String text(String name) {
        try (InputStream file = Objects.requireNonNull(Schema.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
