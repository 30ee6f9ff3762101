package gongkai.bench;

import gongkai.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what one contender left behind from being cleared up in another's time. */
record Housekeeping(PostgresServer server) {

    private static final String MAIN = "postgres";

    /** What is to be swept depends on who was there before; nobody's rows are changed or deleted in numbers. */
    void noVacuum() {
        execute(MAIN, "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()");
    }

    /** Every run begins with all pages on the disk, and with a heap without another's garbage. */
    void settle() {
        execute(MAIN, "CHECKPOINT");
        System.gc();
    }

    /** In place of the vacuum that would do it. */
    void analyze() {
        databases().forEach(it -> execute(it, "ANALYZE"));
    }

    void drop() {
        databases().forEach(it -> execute(MAIN, "DROP DATABASE " + it + " WITH (FORCE)"));
    }

    String version() {
        try (var connection = connect(MAIN)) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> databases() {
        var names = new ArrayList<String>();
        try (var connection = connect(MAIN);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT quote_ident(datname) FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String database, String... statements) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var it : statements) {
                statement.execute(it);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }
}
