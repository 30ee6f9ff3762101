package gongkai.query.obligation;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.record.RecordCodec;
import gongkai.status.ObligationFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts of obligations as they were known at a position, in the order of their ids. */
@Component
public class ObligationStore {

    private final JdbcClient jdbc;
    private final FactMemory memory;
    private final RecordCodec codec = new RecordCodec();

    ObligationStore(JdbcClient jdbc, FactMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /** A whole county is asked for again and again, so its facts are remembered. */
    List<Life> ofJurisdiction(String code, long known) {
        return memory.of(code, known);
    }

    /** Of all that the unit ever owed. */
    public List<ObligationFacts> ofUnit(String unit, long known) {
        return fold(
                "SELECT obligation FROM assignment WHERE jurisdiction = split_part(:value, '-', 1) AND unit = :value",
                unit,
                known);
    }

    public Optional<ObligationFacts> byId(String id, long known) {
        return byIds(List.of(id), known).stream().findFirst();
    }

    /** Of these and no others; an id that is no obligation's is passed over. */
    public List<ObligationFacts> byIds(Collection<String> ids, long known) {
        return fold("SELECT unnest(:value)", ids.toArray(String[]::new), known);
    }

    /** @param ids a query of our own for the obligations that are meant */
    private List<ObligationFacts> fold(String ids, Object value, long known) {
        Map<String, ObligationFacts> facts = new TreeMap<>();
        jdbc.sql("""
                SELECT record FROM record
                WHERE subject IN (%s) AND position <= :known ORDER BY position
                """.formatted(ids))
                .params(Map.of("value", value, "known", known))
                .query((row, _) -> codec.decode(row.getBytes(1)))
                .list()
                .forEach(it -> {
                    if (it.event() instanceof ObligationAssigned assigned) {
                        facts.put(it.subject(), ObligationFacts.of(assigned, it.position()));
                    } else if (it.event() instanceof ObligationEvent event) {
                        facts.computeIfPresent(it.subject(), (_, before) -> before.with(event, it.position()));
                    }
                });
        return List.copyOf(facts.values());
    }
}
