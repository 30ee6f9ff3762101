package gongkai.query.obligation;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.query.record.RecordStore;
import gongkai.record.EventRecord;
import gongkai.status.Known;
import gongkai.status.ObligationFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of obligations as they were known at a position, in the order of their ids. */
@Component
public class ObligationStore {

    private final JdbcClient jdbc;
    private final FactMemory memory;
    private final RecordStore records;

    ObligationStore(JdbcClient jdbc, FactMemory memory, RecordStore records) {
        this.jdbc = jdbc;
        this.memory = memory;
        this.records = records;
    }

    /** A whole county is asked for again and again, so its facts are remembered. */
    List<Life> ofJurisdiction(String code, long known) {
        return memory.of(code, known);
    }

    /** Of all that the unit ever owed. */
    public List<ObligationFacts> ofUnit(String unit, long known) {
        return byIds(jdbc.sql("""
                        SELECT DISTINCT obligation FROM assignment
                        WHERE jurisdiction = split_part(:unit, '-', 1) AND unit = :unit
                        """).param("unit", unit).query(String.class).list(), known);
    }

    /** Of these and no others; an id that is no obligation's is passed over. */
    public List<ObligationFacts> byIds(Collection<String> ids, long known) {
        return new TreeMap<>(records.streams(ids, known))
                .values().stream().flatMap(it -> factsIn(it).stream()).toList();
    }

    /** @param stream an obligation's, from the beginning; empty when it is not one */
    static Optional<ObligationFacts> factsIn(List<EventRecord> stream) {
        return stream.isEmpty() || !(stream.getFirst().event() instanceof ObligationAssigned)
                ? Optional.empty()
                : Optional.of(new ObligationFacts(stream.stream()
                        .flatMap(it -> it.event() instanceof ObligationEvent event
                                ? Stream.of(new Known<>(it.position(), event))
                                : Stream.empty())
                        .toList()));
    }
}
