package gongkai.query.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The streams that were read last: of one that is asked for again, only what came since is read. A record never changes, so what
 * is remembered stays true; records that were built anew are another table, and are read anew.
 */
@Component
class StreamMemory {

    /** About what a record takes in memory; an eighth of it may be used. */
    private static final long RECORD_BYTES = 2_048;

    private final JdbcClient jdbc;
    private final RecordCodec codec = new RecordCodec();
    private final Cache<String, Remembered> streams = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 8 / RECORD_BYTES)
            .weigher((String _, Remembered it) -> it.records().size())
            .build();

    StreamMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stream's records in order, as they stand in that table. */
    private record Remembered(long table, List<EventRecord> records) {

        long position() {
            return records.getLast().position();
        }

        List<EventRecord> knownAt(long position) {
            int known = records.size();
            while (known > 0 && records.get(known - 1).position() > position) {
                known--;
            }
            return records.subList(0, known);
        }

        Remembered plus(Remembered more) {
            var all = new ArrayList<>(records);
            all.addAll(more.records());
            return new Remembered(table, List.copyOf(all));
        }

        Remembered orLonger(Remembered other) {
            return table == other.table && position() > other.position() ? this : other;
        }
    }

    /** Each stream's records in order, by subject; one of which none was known may be missing. */
    Map<String, List<EventRecord>> read(Collection<String> subjects, long known) {
        var before = streams.getAllPresent(subjects);
        var since = readSince(subjects, before, known);
        if (before.values().stream().anyMatch(it -> it.table() != since.table())) {
            streams.invalidateAll(before.keySet());
            return read(subjects, known);
        }
        Map<String, Remembered> now = new HashMap<>(before);
        since.records().stream()
                .collect(Collectors.groupingBy(EventRecord::subject))
                .forEach((subject, records) -> {
                    var longer = now.merge(subject, new Remembered(since.table(), records), Remembered::plus);
                    streams.asMap().merge(subject, longer, Remembered::orLonger);
                });
        return now.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().knownAt(known)));
    }

    private record Row(long table, @Nullable EventRecord record) {}

    /** What is not remembered of them, and in which table it stands. */
    private Remembered readSince(Collection<String> subjects, Map<String, Remembered> before, long known) {
        var asked = subjects.stream().distinct().toArray(String[]::new);
        var after = Arrays.stream(asked)
                .map(it -> before.containsKey(it) ? before.get(it).position() : -1L)
                .toArray(Long[]::new);
        var rows = jdbc.sql("""
                SELECT 'record'::regclass::oid::int8, found.record
                FROM (SELECT) AS always LEFT JOIN (
                  SELECT record.position, record.record
                  FROM unnest(:asked::text[], :after::int8[]) AS asked (subject, after)
                  JOIN record ON record.subject = asked.subject AND record.position > asked.after
                  WHERE record.position <= :known
                ) AS found ON true
                ORDER BY found.position
                """)
                .params(Map.of("asked", asked, "after", after, "known", known))
                .query((row, _) -> {
                    var record = row.getBytes(2);
                    return new Row(row.getLong(1), record == null ? null : codec.decode(record));
                })
                .list();
        return new Remembered(
                rows.getFirst().table(),
                rows.stream().map(Row::record).flatMap(Stream::ofNullable).toList());
    }
}
