package gongkai.query.reading;

import gongkai.query.durable.DurableSchema;
import gongkai.query.projection.Rows;
import gongkai.time.ChinaTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps each county's chain of readings; it is only ever added to. */
@Component
class ReadingStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;
    private final TransactionOperations transaction;
    private final InstantSource clock;

    ReadingStore(
            DurableSchema durable, JdbcTemplate statements, TransactionOperations transaction, InstantSource clock) {
        this.jdbc = durable.jdbc();
        this.statements = statements;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest reading of a chain. */
    record Head(long number, String hash) {
        static final Head NONE = new Head(0, Link.BEGINNING);
    }

    /**
     * All of them, in one transaction.
     *
     * @param readings by county, in the order of the codes: so no two services wait for each other
     */
    void append(SortedMap<String, List<Reading>> readings) {
        transaction.executeWithoutResult(_ -> {
            List<Link> links = new ArrayList<>();
            readings.forEach((jurisdiction, more) -> links.addAll(link(jurisdiction, more)));
            insert(links);
        });
    }

    /** The head row stays locked until the transaction ends. */
    private List<Link> link(String jurisdiction, List<Reading> readings) {
        jdbc.sql("INSERT INTO durable.reading_head VALUES (:jurisdiction, 0, :hash) ON CONFLICT DO NOTHING")
                .params(Map.of("jurisdiction", jurisdiction, "hash", Link.BEGINNING))
                .update();
        var head = jdbc.sql(
                        "SELECT number, hash FROM durable.reading_head WHERE jurisdiction = :jurisdiction FOR UPDATE")
                .param("jurisdiction", jurisdiction)
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .single();
        var now = clock.instant();
        List<Link> links = new ArrayList<>();
        for (var reading : readings) {
            var link = Link.after(head.hash(), jurisdiction, head.number() + 1, now, reading);
            links.add(link);
            head = new Head(link.number(), link.hash());
        }
        jdbc.sql("UPDATE durable.reading_head SET number = :number, hash = :hash WHERE jurisdiction = :jurisdiction")
                .params(Map.of("number", head.number(), "hash", head.hash(), "jurisdiction", jurisdiction))
                .update();
        return links;
    }

    private void insert(List<Link> links) {
        Rows.of(links)
                .text(Link::jurisdiction)
                .number(Link::number)
                .text(it -> it.readAt().toString())
                .text(it -> it.reading().reader())
                .text(it -> it.reading().kind().name())
                .text(it -> it.reading().question())
                .text(it -> it.reading().at().toString())
                .text(it -> it.reading().known().toString())
                .number(it -> it.reading().position())
                .text(it -> it.reading().sha256())
                .number(it -> it.reading().length())
                .text(Link::hash)
                .write(statements, """
                        INSERT INTO durable.reading (jurisdiction, number, read_at, reader, kind, question, at, known,
                          position, sha256, length, hash)
                        SELECT jurisdiction, number, read_at::timestamptz, reader, kind, question, at::timestamptz,
                          known::timestamptz, position, sha256, length, hash
                        FROM unnest(?::text[], ?::int8[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::int8[], ?::text[], ?::int8[], ?::text[])
                          AS row (jurisdiction, number, read_at, reader, kind, question, at, known, position, sha256,
                            length, hash)
                        """);
    }

    Head head(String jurisdiction) {
        return jdbc.sql("SELECT number, hash FROM durable.reading_head WHERE jurisdiction = :jurisdiction")
                .param("jurisdiction", jurisdiction)
                .query((row, _) -> new Head(row.getLong(1), row.getString(2)))
                .optional()
                .orElse(Head.NONE);
    }

    /** From that number on, the oldest first. */
    List<Link> from(String jurisdiction, long number, int limit) {
        return jdbc.sql("""
                SELECT * FROM durable.reading WHERE jurisdiction = :jurisdiction AND number >= :number
                ORDER BY number LIMIT :limit
                """)
                .params(Map.of("jurisdiction", jurisdiction, "number", number, "limit", limit))
                .query((row, _) -> link(row))
                .list();
    }

    /** The newest first. */
    List<Link> find(String jurisdiction, ReadingFilter filter, int limit) {
        return jdbc.sql("""
                SELECT * FROM durable.reading
                WHERE jurisdiction = :jurisdiction
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                  AND (CAST(:from AS timestamptz) IS NULL OR read_at >= :from)
                  AND (CAST(:before AS timestamptz) IS NULL OR read_at < :before)
                  AND (CAST(:cursor AS bigint) IS NULL OR number < :cursor)
                ORDER BY number DESC LIMIT :limit
                """)
                .param("jurisdiction", jurisdiction)
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("from", utc(filter.from() == null ? null : ChinaTime.startOf(filter.from())))
                .param(
                        "before",
                        utc(
                                filter.to() == null
                                        ? null
                                        : ChinaTime.startOf(filter.to().plusDays(1))))
                .param("cursor", filter.cursor())
                .param("limit", limit)
                .query((row, _) -> link(row))
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getString("jurisdiction"),
                row.getLong("number"),
                moment(row, "read_at"),
                new Reading(
                        row.getString("reader"),
                        ReadingKind.valueOf(row.getString("kind")),
                        row.getString("question"),
                        moment(row, "at"),
                        moment(row, "known"),
                        row.getLong("position"),
                        row.getString("sha256"),
                        row.getLong("length")),
                row.getString("hash"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
