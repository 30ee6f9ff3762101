package gongkai.setup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/** Who may connect where: a database each, which its owner alone may change, and for the ledger a role that owns nothing. */
final class Roles {

    /** Of the server; it comes with it. */
    static final String ADMINISTRATOR = "gongkai";

    /** Brings the ledger's tables up to date; no service knows its password. */
    static final String LEDGER_OWNER = "gongkai_ledger_owner";

    static final String COMMAND = "gongkai_command";
    static final String LEDGER = "gongkai_ledger";

    /** By database. */
    private static final Map<String, String> OWNERS = new TreeMap<>(
            Map.of(LEDGER, LEDGER_OWNER, "gongkai_query", "gongkai_query", "gongkai_issuer", "gongkai_issuer"));

    private Roles() {}

    static void establish(Server server) throws SQLException {
        try (var connection = server.connect("postgres", ADMINISTRATOR)) {
            for (var role : List.of(LEDGER_OWNER, COMMAND, "gongkai_query", "gongkai_issuer")) {
                role(connection, role, server.password(role));
            }
            for (var database : OWNERS.entrySet()) {
                database(connection, database.getKey(), database.getValue());
            }
            run(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            run(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(LEDGER, COMMAND));
        }
    }

    /** The password leaves this program as SCRAM's verifier only. */
    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", name)) {
            run(connection, "CREATE ROLE " + name);
        }
        run(
                connection,
                "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS".formatted(name));
        connection.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), "scram-sha-256");
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", name)) {
            run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, owner));
        }
        run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** @param sql of our own constants alone */
    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
