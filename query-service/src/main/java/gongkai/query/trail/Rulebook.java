package gongkai.query.trail;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import gongkai.status.StatusRule;
import gongkai.time.WorkingCalendar;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The rule that judged a county's obligations at each position, by the calendar that was known then. */
final class Rulebook {

    private final NavigableMap<Long, StatusRule> rules =
            new TreeMap<>(Map.of(-1L, new StatusRule(WorkingCalendar.WEEKENDS_ONLY)));

    private Rulebook() {}

    /** @param county the county's own stream */
    static Rulebook of(List<EventRecord> county) {
        var book = new Rulebook();
        JurisdictionFacts facts = null;
        for (var it : county) {
            if (it.event() instanceof JurisdictionEvent event) {
                facts = facts != null
                        ? facts.with(event)
                        : event instanceof JurisdictionRegistered first ? JurisdictionFacts.of(first) : null;
                if (facts != null && event instanceof CalendarAdopted) {
                    book.rules.put(it.position(), new StatusRule(facts.calendar()));
                }
            }
        }
        return book;
    }

    StatusRule at(long position) {
        return rules.floorEntry(position).getValue();
    }
}
