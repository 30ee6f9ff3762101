package gongkai.query.trail;

import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.record.EventRecord;
import gongkai.record.EventType;
import gongkai.record.RecordCodec;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the events of a trail, and the streams that they stand in. */
@Component
class TrailStore {

    /** What says how the table always read counts at any moment, whenever it was said. */
    private static final String[] FROM_THE_BEGINNING = Stream.of(
                    PlanImported.class,
                    PlanClarified.class,
                    TaskDefined.class,
                    TaskClarified.class,
                    ObligationAssigned.class,
                    ObligationClarified.class,
                    CaseDueMoved.class)
            .flatMap(it -> EventType.namesOf(it).stream())
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final RecordCodec codec = new RecordCodec();

    TrailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an event stands, and in which stream. */
    record Place(long position, String subject) {}

    /** A record, and its bytes for what is shown as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(EventRecord record, byte[] bytes) {}

    /** Whether anything had been recorded of it by then. */
    boolean isKnown(TrailScope scope, List<Stretch> stretches, long known) {
        return within(scope, stretches, "SELECT EXISTS (SELECT 1 FROM %s AND position <= :known)")
                .param("known", known)
                .query(Boolean.class)
                .single();
    }

    /** One more than a page holds, if there are so many. */
    List<Place> places(TrailScope scope, List<Stretch> stretches, TrailFilter filter, AnsweredAsOf asOf) {
        var direction = filter.newestFirst() ? "DESC" : "ASC";
        var past = filter.newestFirst() ? "position < :cursor" : "position > :cursor";
        return within(scope, stretches, """
                SELECT it.position, record.subject FROM (
                  SELECT position FROM %%s
                    AND position <= :known AND (occurred_at <= :at OR type = ANY (:fromTheBeginning))
                    AND (CAST(:actor AS text) IS NULL OR actor = :actor)
                    AND (CAST(:types AS text[]) IS NULL OR type = ANY (:types))
                    AND (CAST(:from AS timestamptz) IS NULL OR recorded_at >= :from)
                    AND (CAST(:before AS timestamptz) IS NULL OR recorded_at < :before)
                    AND (CAST(:cursor AS bigint) IS NULL OR %s)
                  ORDER BY position %s LIMIT :limit
                ) it JOIN record USING (position) ORDER BY it.position %s
                """.formatted(past, direction, direction))
                .param("known", asOf.position())
                .param("at", asOf.at())
                .param("fromTheBeginning", FROM_THE_BEGINNING)
                .param("actor", filter.actor())
                .param("types", filter.typeNames())
                .param("from", utc(filter.from() == null ? null : ChinaTime.startOf(filter.from())))
                .param(
                        "before",
                        utc(
                                filter.to() == null
                                        ? null
                                        : ChinaTime.startOf(filter.to().plusDays(1))))
                .param("cursor", filter.cursor())
                .param("limit", filter.size() + 1)
                .query((row, _) -> new Place(row.getLong(1), row.getString(2)))
                .list();
    }

    /** @param sql where {@code %s} stands, come the records of the trail, and a condition */
    private JdbcClient.StatementSpec within(TrailScope scope, List<Stretch> stretches, String sql) {
        return jdbc.sql(sql.formatted(scope.kind().from()))
                .param("id", scope.id())
                .param("subjects", stretches.stream().map(Stretch::subject).toArray(String[]::new))
                .param("since", stretches.stream().map(Stretch::since).toArray(Long[]::new))
                .param("until", stretches.stream().map(Stretch::until).toArray(Long[]::new));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** All of these streams up to the position, in the order of the log. */
    List<Stored> streams(Collection<String> subjects, long upTo) {
        return jdbc
                .sql("""
                SELECT record FROM record WHERE subject = ANY (:subjects) AND position <= :upTo ORDER BY position
                """)
                .params(Map.of("subjects", subjects.toArray(String[]::new), "upTo", upTo))
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .map(it -> new Stored(codec.decode(it), it))
                .toList();
    }

    /** How many leaves the ledger had by then. */
    long size(String ledger, long known) {
        return jdbc.sql("SELECT coalesce(max(leaf) + 1, 0) FROM record WHERE ledger = :ledger AND position <= :known")
                .params(Map.of("ledger", ledger, "known", known))
                .query(Long.class)
                .single();
    }

    Optional<String> ledgerOf(long position) {
        return jdbc.sql("SELECT ledger FROM record WHERE position = :position")
                .param("position", position)
                .query(String.class)
                .optional();
    }

    /** The record's bytes as the ledger holds them. */
    Optional<byte[]> bytes(long position) {
        return jdbc.sql("SELECT record FROM record WHERE position = :position")
                .param("position", position)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    String dataOf(Stored it) {
        return codec.dataOf(it.bytes());
    }
}
