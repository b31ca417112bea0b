package gameserver.net.testing;

import gameserver.net.options.HostPort;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A schema of a test's own in a real PostgreSQL, gone when it is closed. */
public final class PostgresSchema implements AutoCloseable {
    private static final String VARIABLE = "GAME_TEST_POSTGRES";
    private static final String USUAL =
            "jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres&connectTimeout=2";

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+)(?::([0-9]+))?");

    /** Looked for once; null when there is none. */
    private static final @Nullable String DATABASE = find();

    private final String database;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

    private PostgresSchema(String database) {
        this.database = database;
    }

    private static @Nullable String find() {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given; // Not asked whether it answers: who names one wants to see it fail.
        }
        try (Connection connection = DriverManager.getConnection(USUAL)) {
            return connection.isValid(1) ? USUAL : null;
        } catch (SQLException e) {
            return null;
        }
    }

    /**
     * Makes one in the database that the environment variable GAME_TEST_POSTGRES names, or that
     * answers on its usual port. Skips the test when there is none.
     */
    public static PostgresSchema create() {
        if (DATABASE == null) {
            return Assumptions.abort(
                    "no PostgreSQL: set GAME_TEST_POSTGRES=jdbc:postgresql://host/name?user=...");
        }
        PostgresSchema schema = new PostgresSchema(DATABASE);
        schema.execute("CREATE SCHEMA " + schema.name);
        return schema;
    }

    /** As {@code --database} takes it. */
    public String url() {
        return database + (database.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    /** Where the PostgreSQL is. */
    public HostPort address() {
        Matcher matcher = ADDRESS.matcher(database);
        if (!matcher.find()) {
            return Assumptions.abort("no host is named in " + database.replaceAll("\\?.*", ""));
        }
        String port = matcher.group(2);
        return new HostPort(matcher.group(1), port == null ? 5432 : Integer.parseInt(port));
    }

    /** The same by another address. */
    public String urlAt(HostPort other) {
        return ADDRESS.matcher(url()).replaceFirst("//" + other);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        execute("DROP SCHEMA " + name + " CASCADE");
    }
}
