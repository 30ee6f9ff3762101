package gongkai.bench.contender;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.proof.Hash;
import gongkai.record.RecordCodec;
import gongkai.record.UnplacedRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;

/**
 * PostgreSQL by itself: rows of the ledger's own table and size, encoded and hashed beforehand, without order, tree or
 * anybody else's decision. One row a statement; or so many that a single caller gets the most out of the disk.
 */
public final class RawRows implements Contender {

    private static final String COLUMNS =
            "(position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record, leaf_hash)";
    private static final String TYPE = "gongkai.PublicationRecorded.v1";

    private final HikariDataSource pool;
    private final int rows;
    private final byte[] record;
    private final byte[] hash;
    private final AtomicLong position = new AtomicLong();
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    /** @param rows in one statement */
    public RawRows(Database database, Work work, int rows, int pool) {
        this.pool = database.pool(pool);
        this.rows = rows;
        GongkaiPath.migrate(this.pool);
        UnplacedRecord unplaced = new RecordCodec()
                .encode("610926", "610926-2019-01-D01", 0, Ids.next(), "bench", work.published("610926-2019-01-D01"));
        record = unplaced.at(1_000_000, 1_000_000, Instant.now());
        hash = Hash.ofLeaf(record).bytes();
    }

    @Override
    public String name() {
        return rows == 1 ? "raw single-row" : "raw multi-row";
    }

    public boolean isBulk() {
        return rows > 1;
    }

    @Override
    public void create(String subject) {
        try (var connection = pool.getConnection()) {
            if (rows == 1) {
                insertOne(connection, subject);
            } else {
                insertMany(connection, subject);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insertOne(Connection connection, String subject) throws SQLException {
        long at = position.getAndIncrement();
        try (var statement = connection.prepareStatement(
                "INSERT INTO ledger_event " + COLUMNS + " VALUES (?, '610926', ?, ?, 0, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, at);
            statement.setLong(2, at);
            statement.setString(3, subject);
            statement.setObject(4, Ids.next());
            statement.setString(5, TYPE);
            statement.setObject(6, now);
            statement.setBytes(7, record);
            statement.setBytes(8, hash);
            statement.executeUpdate();
        }
    }

    private void insertMany(Connection connection, String subject) throws SQLException {
        long first = position.getAndAdd(rows);
        var positions = new long[rows];
        var subjects = new String[rows];
        var ids = new String[rows];
        var records = new byte[rows][];
        var hashes = new byte[rows][];
        for (int i = 0; i < rows; i++) {
            positions[i] = first + i;
            subjects[i] = subject + "-" + (1_000_000 + i);
            ids[i] = Ids.next().toString();
            records[i] = record;
            hashes[i] = hash;
        }
        var postgres = connection.unwrap(PGConnection.class);
        try (var statement = connection.prepareStatement("INSERT INTO ledger_event " + COLUMNS
                + " SELECT e.position, '610926', e.position, e.subject, 0, e.id, ?, ?, e.record, e.hash"
                + " FROM unnest(?::int8[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[])"
                + " AS e (position, subject, id, record, hash)")) {
            statement.setString(1, TYPE);
            statement.setObject(2, now);
            statement.setArray(3, postgres.createArrayOf("int8", positions));
            statement.setArray(4, postgres.createArrayOf("text", subjects));
            statement.setArray(5, postgres.createArrayOf("uuid", ids));
            statement.setArray(6, postgres.createArrayOf("bytea", records));
            statement.setArray(7, postgres.createArrayOf("bytea", hashes));
            statement.executeUpdate();
        }
    }

    /** A row has no stream to be added to. */
    @Override
    public void change(String subject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        pool.close();
    }
}
