package gongkai.query.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Many rows for one statement: each column goes out as one binary array, and {@code unnest} makes rows of them again.
 * Columns stand in the order of the statement's parameters.
 */
public final class Rows<T> {

    private final Collection<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();

    private Rows(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Rows<T> of(Collection<T> rows) {
        return new Rows<>(rows);
    }

    @FunctionalInterface
    private interface Column<T> {
        Array of(Collection<T> rows, PGConnection connection) throws SQLException;
    }

    /** For a parameter {@code ?::int8[]}. */
    public Rows<T> number(ToLongFunction<T> value) {
        columns.add((rows, connection) ->
                connection.createArrayOf("int8", rows.stream().mapToLong(value).toArray()));
        return this;
    }

    /** For a parameter {@code ?::text[]}. */
    public Rows<T> text(Function<T, String> value) {
        columns.add((rows, connection) ->
                connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new)));
        return this;
    }

    /** For a parameter {@code ?::bytea[]}. */
    public Rows<T> bytes(Function<T, byte[]> value) {
        columns.add((rows, connection) ->
                connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new)));
        return this;
    }

    /** @return how many rows the statement touched; without rows it is not sent */
    public int write(JdbcOperations jdbc, String sql) {
        if (rows.isEmpty()) {
            return 0;
        }
        Integer touched = jdbc.execute(
                (Connection connection) -> connection.prepareStatement(sql), (PreparedStatementCallback<Integer>)
                        statement -> {
                            var postgres = statement.getConnection().unwrap(PGConnection.class);
                            int parameter = 0;
                            for (var column : columns) {
                                statement.setArray(++parameter, column.of(rows, postgres));
                            }
                            return statement.executeUpdate();
                        });
        return touched == null ? 0 : touched;
    }
}
