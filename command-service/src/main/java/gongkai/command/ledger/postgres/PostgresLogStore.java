package gongkai.command.ledger.postgres;

import gongkai.command.ledger.commit.LogEnd;
import gongkai.command.ledger.commit.LogStore;
import gongkai.command.ledger.commit.OutOfStreamException;
import gongkai.command.ledger.commit.PlacedBatch;
import gongkai.proof.CompactRange;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The end of the log in PostgreSQL: one statement, one round trip and one flush to disk a batch. */
final class PostgresLogStore implements LogStore {

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param writer a pool that only the writer uses, so that it never waits for readers */
    PostgresLogStore(DataSource writer) {
        this.statements = new JdbcTemplate(writer);
        this.jdbc = JdbcClient.create(statements);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(writer));
    }

    @Override
    public boolean insert(PlacedBatch batch) {
        try {
            return Boolean.TRUE.equals(statements.execute((Connection it) -> InsertStatement.execute(it, batch)));
        } catch (DataAccessException e) {
            throw InsertStatement.isOutOfStream(e) ? new OutOfStreamException(e) : e;
        }
    }

    @Override
    public LogEnd end() {
        return jdbc.sql("SELECT size, recorded_at FROM log_head FOR UPDATE")
                .query((row, _) -> new LogEnd(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    @Override
    public CompactRange tree(String ledger) {
        return Subtrees.treeOf(jdbc, ledger);
    }

    @Override
    public <R> R alone(Supplier<R> work) {
        return transaction.execute(_ -> work.get());
    }

    @Override
    public Map<String, Long> lastSequences(Collection<String> subjects) {
        return jdbc
                .sql("""
                SELECT subject, last FROM unnest(:subjects::text[]) AS subject,
                  LATERAL (SELECT max(sequence) AS last FROM ledger_event event WHERE event.subject = subject.subject)
                WHERE last IS NOT NULL
                """)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean holds(PlacedBatch batch) {
        var first = batch.rows().getFirst();
        return jdbc.sql("SELECT event_id FROM ledger_event WHERE position = :position")
                .param("position", first.position())
                .query(UUID.class)
                .optional()
                .filter(first.id()::equals)
                .isPresent();
    }
}
