package gongkai.testing;

import gongkai.embedded.PostgresServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * A PostgreSQL server of a test's own, as durable as in production.
 *
 * @param server the JDBC address up to and with the slash before a database's name
 */
public record TestPostgres(String server, String user, String password, Runnable stop) implements AutoCloseable {

    /** @param directory where an embedded server keeps its data; a container keeps it in itself */
    public static TestPostgres start(Path directory) {
        return switch (Servers.chosen()) {
            case EMBEDDED -> embedded(PostgresServer.start(directory));
            case CONTAINERS -> Containers.postgres();
        };
    }

    private static TestPostgres embedded(PostgresServer server) {
        return new TestPostgres(server.jdbcUrl(""), server.user(), server.password(), server::close);
    }

    public String jdbcUrl(String database) {
        return server + database;
    }

    /** @throws IllegalStateException when the name is taken, too */
    public void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    /** As if new: without anybody's databases and connections. */
    public void empty() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password);
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> current_database()")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (var name : names) {
                statement.execute("DROP DATABASE " + statement.enquoteIdentifier(name, true) + " WITH (FORCE)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The server could not be emptied: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}
