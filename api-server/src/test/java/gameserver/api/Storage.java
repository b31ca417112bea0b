package gameserver.api;

import gameserver.net.testing.PostgresSchema;
import gameserver.net.testing.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where an API server keeps what it knows. What holds for one has to hold for the other. */
enum Storage {
    /** A file, and the memory of the server. */
    SQLITE_AND_MEMORY {
        @Override
        Space open() {
            Path folder = temporaryFolder();
            return new Space(
                    List.of("--database=jdbc:sqlite:" + folder.resolve("accounts.db")),
                    List.of(() -> deleteFolder(folder)));
        }
    },

    /** A real PostgreSQL and a real Redis. */
    POSTGRESQL_AND_REDIS {
        @Override
        Space open() {
            String redis = RedisServer.sharedUrl();
            PostgresSchema schema = PostgresSchema.create();
            RedisKeys keys = new RedisKeys(redis);
            List<String> options = new ArrayList<>(keys.options());
            options.add("--database=" + schema.url());
            return new Space(options, List.of(keys::close, schema::close));
        }
    };

    /** An empty place of a test's own. Skips the test when there is no such storage here. */
    abstract Space open();

    /**
     * A place in a storage.
     *
     * @param options with which a server uses it
     * @param cleanUp what has to be done in the end
     */
    record Space(List<String> options, List<Runnable> cleanUp) implements AutoCloseable {
        /** The same place, and more options. */
        Space with(List<String> more) {
            return new Space(Stream.concat(options.stream(), more.stream()).toList(), cleanUp);
        }

        @Override
        public void close() {
            cleanUp.forEach(Runnable::run);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("api-server");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteFolder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
