package gongkai.query.record;

import gongkai.query.projection.Projection;
import gongkai.query.projection.Rows;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each record as it came, and the tree over each ledger's. */
@Component
class RecordProjection implements Projection {

    private final JdbcTemplate jdbc;
    private final LedgerTrees trees;

    RecordProjection(JdbcTemplate jdbc, LedgerTrees trees) {
        this.jdbc = jdbc;
        this.trees = trees;
    }

    @Override
    public String name() {
        return RECORD;
    }

    @Override
    public void apply(List<Applied> records) {
        Rows.of(records)
                .number(it -> it.record().position())
                .text(it -> it.record().ledger())
                .number(it -> it.record().leaf())
                .text(it -> it.record().subject())
                .text(it -> it.record().recordedAt().toString())
                .text(it -> it.record().type())
                .text(it -> it.record().actor())
                .text(it -> it.record().occurredAt().toString())
                .bytes(Applied::bytes)
                .write(jdbc, """
                        INSERT INTO record (position, ledger, leaf, subject, recorded_at, type, actor, occurred_at, record)
                        SELECT position, ledger, leaf, subject, recorded_at::timestamptz, type, actor, occurred_at::timestamptz,
                          record
                        FROM unnest(?::int8[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::bytea[])
                          AS row (position, ledger, leaf, subject, recorded_at, type, actor, occurred_at, record)
                        """);
        trees.grow(records);
    }
}
