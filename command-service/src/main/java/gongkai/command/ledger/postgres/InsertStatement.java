package gongkai.command.ledger.postgres;

import gongkai.command.ledger.LedgerRow;
import gongkai.command.ledger.TreeNode;
import gongkai.command.ledger.commit.PlacedBatch;
import gongkai.proof.CompactRange;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** The one statement that appends: it does all of its work or, when the log does not end where the batch begins, none. */
final class InsertStatement {

    private static final String HEAD = """
            WITH head AS (
              UPDATE log_head SET size = ?, recorded_at = ? WHERE size = ?
            """;

    private static final String NO_HOLES = """
                AND refuse_hole((
                  SELECT min(event.subject) FROM unnest(?::text[], ?::int8[]) AS event (subject, sequence)
                  WHERE (
                    SELECT before.sequence FROM ledger_event before
                    WHERE before.subject = event.subject AND before.sequence = event.sequence - 1) IS NULL)) IS NULL
            """;

    private static final String TREES = """
              RETURNING recorded_at
            ), trees AS (
              INSERT INTO ledger_head (ledger, size, subtrees)
              SELECT tree.* FROM head, unnest(?::text[], ?::int8[], ?::bytea[]) AS tree
              ON CONFLICT (ledger) DO UPDATE SET size = excluded.size, subtrees = excluded.subtrees
            """;

    private static final String NODES = """
            ), nodes AS (
              INSERT INTO tree_node (ledger, level, index, hash)
              SELECT node.* FROM head, unnest(?::text[], ?::int8[], ?::int8[], ?::bytea[]) AS node
            """;

    private static final String TRACEPARENTS = """
            ), traceparents AS (
              INSERT INTO record_trace (position, traceparent)
              SELECT one.* FROM head, unnest(?::int8[], ?::text[]) AS one
            """;

    private static final String EVENTS = """
            ), events AS (
              INSERT INTO ledger_event
                (position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash)
              SELECT event.position, event.ledger, event.leaf, event.subject, event.sequence, event.event_id, event.type,
                head.recorded_at, event.record, event.leaf_hash
              FROM head, unnest(?::int8[], ?::text[], ?::int8[], ?::text[], ?::int8[], ?::uuid[], ?::text[], ?::bytea[],
                ?::bytea[]) AS event (position, ledger, leaf, subject, sequence, event_id, type, record, leaf_hash)
            )
            SELECT FROM head
            """;

    private final PGConnection connection;

    private InsertStatement(PGConnection connection) {
        this.connection = connection;
    }

    /** @return whether the log ended where the batch begins */
    static boolean execute(Connection connection, PlacedBatch batch) throws SQLException {
        return new InsertStatement(connection.unwrap(PGConnection.class)).execute(batch, connection);
    }

    private boolean execute(PlacedBatch batch, Connection on) throws SQLException {
        var rows = batch.rows();
        var last = rows.getLast();
        var trees = batch.trees().entrySet();
        var nodes = batch.nodes();
        var traces = batch.traceparents().entrySet();
        var followers = followersOf(rows);
        // What has nothing to do is left out: with one row it took a quarter of the time.
        var sql = HEAD
                + (followers.isEmpty() ? "" : NO_HOLES)
                + TREES
                + (nodes.isEmpty() ? "" : NODES)
                + (traces.isEmpty() ? "" : TRACEPARENTS)
                + EVENTS;
        try (var statement = on.prepareStatement(sql)) {
            int i = 0;
            statement.setLong(++i, last.position() + 1);
            statement.setObject(++i, last.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setLong(++i, batch.end().size());
            if (!followers.isEmpty()) {
                statement.setArray(++i, texts("text", followers, LedgerRow::subject));
                statement.setArray(++i, numbers(followers, LedgerRow::sequence));
            }
            statement.setArray(++i, texts("text", trees, it -> it.getKey()));
            statement.setArray(++i, numbers(trees, it -> it.getValue().size()));
            statement.setArray(++i, bytes(trees, it -> subtreesOf(it.getValue())));
            if (!nodes.isEmpty()) {
                statement.setArray(++i, texts("text", nodes, TreeNode::ledger));
                statement.setArray(++i, numbers(nodes, TreeNode::level));
                statement.setArray(++i, numbers(nodes, TreeNode::index));
                statement.setArray(++i, bytes(nodes, it -> it.hash().bytes()));
            }
            if (!traces.isEmpty()) {
                statement.setArray(++i, numbers(traces, Map.Entry::getKey));
                statement.setArray(++i, texts("text", traces, Map.Entry::getValue));
            }
            statement.setArray(++i, numbers(rows, LedgerRow::position));
            statement.setArray(++i, texts("text", rows, LedgerRow::ledger));
            statement.setArray(++i, numbers(rows, LedgerRow::leaf));
            statement.setArray(++i, texts("text", rows, LedgerRow::subject));
            statement.setArray(++i, numbers(rows, LedgerRow::sequence));
            statement.setArray(++i, texts("uuid", rows, it -> it.id().toString()));
            statement.setArray(++i, texts("text", rows, LedgerRow::type));
            statement.setArray(++i, bytes(rows, LedgerRow::record));
            statement.setArray(++i, bytes(rows, it -> it.leafHash().bytes()));
            try (var answer = statement.executeQuery()) {
                return answer.next();
            }
        }
    }

    /** Those whose predecessors must be there already, and are not in the batch. */
    private static Collection<LedgerRow> followersOf(List<LedgerRow> rows) {
        var firsts = new LinkedHashMap<String, LedgerRow>();
        rows.forEach(it -> firsts.putIfAbsent(it.subject(), it));
        return firsts.values().stream().filter(it -> it.sequence() > 0).toList();
    }

    /** A place in a stream is taken, or the one before it is not. */
    static boolean isOutOfStream(DataAccessException refusal) {
        if (!(refusal.getMostSpecificCause() instanceof PSQLException e)) {
            return false;
        }
        var told = e.getServerErrorMessage();
        return "GK001".equals(e.getSQLState()) || (told != null && "ledger_event_stream".equals(told.getConstraint()));
    }

    private static byte[] subtreesOf(CompactRange tree) {
        return Subtrees.write(tree.subtrees());
    }

    private <T> Array texts(String type, Collection<T> items, Function<T, String> value) throws SQLException {
        return connection.createArrayOf(type, items.stream().map(value).toArray(String[]::new));
    }

    private <T> Array numbers(Collection<T> items, ToLongFunction<T> value) throws SQLException {
        return connection.createArrayOf("int8", items.stream().mapToLong(value).toArray());
    }

    private <T> Array bytes(Collection<T> items, Function<T, byte[]> value) throws SQLException {
        return connection.createArrayOf("bytea", items.stream().map(value).toArray(byte[][]::new));
    }
}
