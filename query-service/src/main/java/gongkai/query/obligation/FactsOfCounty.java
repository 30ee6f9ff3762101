package gongkai.query.obligation;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.record.EventRecord;
import gongkai.status.Known;
import gongkai.status.ObligationFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All facts of a county's obligations up to one of its records.
 *
 * @param table that the records were read from
 * @param position of the last record; -1: none
 * @param events how many facts there are
 */
record FactsOfCounty(long table, long position, int events, SortedMap<String, Life> lives) {

    static FactsOfCounty none(long table) {
        return new FactsOfCounty(table, -1, 0, new TreeMap<>());
    }

    /** @param records the county's next ones, not empty */
    FactsOfCounty plus(List<EventRecord> records) {
        Map<String, List<Known<ObligationEvent>>> changed = new HashMap<>();
        int more = 0;
        for (var it : records) {
            if (it.event() instanceof ObligationEvent event
                    && (event instanceof ObligationAssigned || isKnown(it.subject(), changed))) {
                changed.computeIfAbsent(it.subject(), this::historyOf).add(new Known<>(it.position(), event));
                more++;
            }
        }
        var all = new TreeMap<>(lives);
        changed.forEach((id, history) -> all.put(id, Life.remembered(new ObligationFacts(history))));
        return new FactsOfCounty(table, records.getLast().position(), events + more, all);
    }

    private boolean isKnown(String id, Map<String, ?> changed) {
        return changed.containsKey(id) || lives.containsKey(id);
    }

    private List<Known<ObligationEvent>> historyOf(String id) {
        var life = lives.get(id);
        return life == null ? new ArrayList<>() : new ArrayList<>(life.facts().history());
    }

    List<Life> knownAt(long known) {
        return lives.values().stream().flatMap(it -> it.knownAt(known).stream()).toList();
    }
}
