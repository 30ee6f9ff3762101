package gongkai.query.obligation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts of whole counties, as they were last folded; what came since is added to them. A record never changes, so what is
 * remembered of it stays true; records that were built anew are another table, and are folded anew.
 */
@Component
class FactMemory {

    private static final int PAGE = 10_000;

    /** About what an event takes in memory; a quarter of it may be used. */
    private static final long EVENT_BYTES = 1_024;

    private final JdbcClient jdbc;
    private final RecordCodec codec = new RecordCodec();
    private final Cache<String, FactsOfCounty> counties;

    FactMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.counties = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / 4 / EVENT_BYTES)
                .weigher((String _, FactsOfCounty it) -> it.events())
                .build();
    }

    /** In the order of their ids. */
    List<Life> of(String county, long known) {
        long table = jdbc.sql("SELECT 'record'::regclass::oid::int8")
                .query(Long.class)
                .single();
        var before = counties.getIfPresent(county);
        var facts = before != null && before.table() == table ? before : FactsOfCounty.none(table);
        for (var page = page(county, facts.position(), known); !page.isEmpty(); ) {
            facts = facts.plus(page);
            page = page.size() < PAGE ? List.of() : page(county, facts.position(), known);
        }
        if (before == null || before.table() != table || before.position() < facts.position()) {
            counties.put(county, facts);
        }
        return facts.knownAt(known);
    }

    private List<EventRecord> page(String county, long after, long known) {
        return jdbc.sql("""
                SELECT record FROM record WHERE ledger = :ledger AND position > :after AND position <= :known
                ORDER BY position LIMIT :page
                """)
                .params(Map.of("ledger", county, "after", after, "known", known, "page", PAGE))
                .query((row, _) -> codec.decode(row.getBytes(1)))
                .list();
    }
}
