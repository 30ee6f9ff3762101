package gongkai.query.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.query.projection.Rebuilds.Rebuilt;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records, always up to a position: what was not known then is not there. */
@Component
public class RecordStore {

    private static final int COUNTIES_KEPT = 500;

    private final JdbcClient jdbc;

    /** By the last record of its stream: a county's facts change with its own records alone, and nearly every answer needs them. */
    private final Cache<Long, Optional<JurisdictionFacts>> counties = Caffeine.newBuilder()
            .maximumSize(COUNTIES_KEPT)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final StreamMemory streams;

    RecordStore(JdbcClient jdbc, StreamMemory streams) {
        this.jdbc = jdbc;
        this.streams = streams;
    }

    /** A stream's records, in order. */
    public List<EventRecord> stream(String subject, long known) {
        return streams(List.of(subject), known).getOrDefault(subject, List.of());
    }

    /** Each stream's records in order, by subject; one of which none was known may be missing. */
    public Map<String, List<EventRecord>> streams(Collection<String> subjects, long known) {
        return streams.read(subjects, known);
    }

    /** The county's own facts; empty when it had not opened its ledger by then. */
    public Optional<JurisdictionFacts> jurisdiction(String code, long known) {
        return jurisdictionOf(stream(code, known));
    }

    /** @param stream a county's own, from the beginning up to what was known */
    public Optional<JurisdictionFacts> jurisdictionOf(List<EventRecord> stream) {
        return stream.isEmpty()
                ? Optional.empty()
                : counties.get(stream.getLast().position(), _ -> factsIn(stream));
    }

    private static Optional<JurisdictionFacts> factsIn(List<EventRecord> stream) {
        JurisdictionFacts facts = null;
        for (var it : stream) {
            if (it.event() instanceof JurisdictionEvent event) {
                facts = facts != null
                        ? facts.with(event)
                        : event instanceof JurisdictionRegistered registered ? JurisdictionFacts.of(registered) : null;
            }
        }
        return Optional.ofNullable(facts);
    }

    /** A record's place and the stream that it belongs to. */
    public record Place(long position, String subject) {}

    /** The places of a ledger's records after a position, in order, at most so many. */
    public List<Place> after(String ledger, long position, int limit) {
        return jdbc.sql("""
                SELECT position, subject FROM record WHERE ledger = :ledger AND position > :position
                ORDER BY position LIMIT :limit
                """)
                .params(Map.of("ledger", ledger, "position", position, "limit", limit))
                .query((row, _) -> new Place(row.getLong(1), row.getString(2)))
                .list();
    }

    /** What was read from tables that were replaced by others is read again. */
    @EventListener(Rebuilt.class)
    void forget() {
        counties.invalidateAll();
    }

    /** All counties that have opened a ledger, by code. */
    public List<String> jurisdictions() {
        return jdbc.sql("SELECT ledger FROM ledger_tree ORDER BY ledger")
                .query(String.class)
                .list();
    }

    /** Whether the record at that position is here. */
    public boolean has(long position) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM record WHERE position = :position)")
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** When the ledger took the record at that position. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc.sql("SELECT recorded_at FROM record WHERE position = :position")
                .param("position", position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The newest position that is here. */
    public OptionalLong lastPosition() {
        return position(jdbc.sql("SELECT max(position) FROM record"));
    }

    /** Whether all of the ledger's records up to the position are here. Each ledger comes in order, but beside the others. */
    public boolean isComplete(String ledger, long position) {
        return jdbc.sql("""
                WITH newest AS (SELECT coalesce(max(position), -1) AS position FROM record WHERE ledger = :ledger)
                SELECT newest.position >= :position
                    OR (SELECT count(*) FROM record WHERE position > newest.position AND position <= :position)
                      = :position - newest.position
                FROM newest
                """)
                .params(Map.of("ledger", ledger, "position", position))
                .query(Boolean.class)
                .single();
    }

    /** Whether all records up to the position are here, of whatever ledger. */
    public boolean isComplete(long position) {
        return jdbc.sql("SELECT count(*) = :position + 1 FROM record WHERE position <= :position")
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** The last position that was recorded by then. */
    public OptionalLong lastPositionRecordedBy(Instant instant) {
        return position(jdbc.sql("SELECT max(position) FROM record WHERE recorded_at <= :instant")
                .param("instant", instant.atOffset(ZoneOffset.UTC)));
    }

    private static OptionalLong position(JdbcClient.StatementSpec aggregate) {
        return aggregate.query(rows -> {
            rows.next();
            var position = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
        });
    }
}
