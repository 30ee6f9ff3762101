package gongkai.bench.contender;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Our engine on a ledger that has grown already: rows of the usual size, written in bulk. Its tree's hashes are none, which
 * an append does not look at; an audit would.
 *
 * @param scattered whether streams come in no order, so that each row goes to another page of the index
 */
public record GrownLedger(long rows, boolean scattered, GongkaiEngine engine, AtomicLong next)
        implements AutoCloseable {

    private static final long ALL = 10_000_000_000L;

    /** Has no factor in common with {@link #ALL}, so that no two numbers become one. */
    private static final long STRIDE = 2_654_435_761L;

    private static final int AT_ONCE = 500_000;

    public static GrownLedger of(Database database, Work work, long rows, boolean scattered) {
        try (var pool = database.pool(2)) {
            GongkaiPath.migrate(pool);
            for (long first = 0; first < rows; first += AT_ONCE) {
                insert(pool, work, first, Math.min(rows, first + AT_ONCE), scattered);
            }
            moveHead(pool, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new GrownLedger(rows, scattered, new GongkaiEngine(database, work), new AtomicLong(rows));
    }

    private static void insert(DataSource pool, Work work, long first, long end, boolean scattered)
            throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement("""
                        INSERT INTO ledger_event
                          (position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash)
                        SELECT n, '610926', n, '610926-2019-' || lpad((n * ? %% %d)::text, 10, '0') || '-D01', 0, uuidv7(),
                          'gongkai.PublicationRecorded.v1', now(), ?, sha256(int8send(n))
                        FROM generate_series(?, ?) AS n
                        """.formatted(ALL))) {
            statement.setLong(1, scattered ? STRIDE : 1);
            statement.setBytes(2, work.record());
            statement.setLong(3, first);
            statement.setLong(4, end - 1);
            statement.executeUpdate();
        }
    }

    private static void moveHead(DataSource pool, long rows) throws SQLException {
        try (var connection = pool.getConnection();
                var heads = connection.prepareStatement(
                        "INSERT INTO ledger_head (ledger, size, subtrees) VALUES ('610926', ?, ?)");
                var log = connection.prepareStatement("UPDATE log_head SET size = ?, recorded_at = now()");
                var statement = connection.createStatement()) {
            heads.setLong(1, rows);
            heads.setBytes(2, new byte[32 * Long.bitCount(rows)]);
            heads.executeUpdate();
            log.setLong(1, rows);
            log.executeUpdate();
            statement.execute("VACUUM (ANALYZE) ledger_event");
        }
    }

    public void append() {
        long number = next.getAndIncrement() * (scattered ? STRIDE : 1) % ALL;
        engine.create("610926-2019-%010d-D01".formatted(number));
    }

    @Override
    public void close() {
        engine.close();
    }
}
