package gongkai.query.notice.sweep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.query.notice.rule.Chronicle.CalendarSince;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import java.util.ArrayList;
import java.util.List;

/** A county's calendars, and since when it has each; made anew only when its stream has grown. */
final class CountyCalendars {

    /** China has fewer. */
    private static final int COUNTIES = 3_000;

    private final Cache<String, Made> made =
            Caffeine.newBuilder().maximumSize(COUNTIES).build();

    private record Made(EventRecord last, List<CalendarSince> calendars) {}

    /** @param stream the county's records in order, all that are here */
    List<CalendarSince> of(String jurisdiction, List<EventRecord> stream) {
        return stream.isEmpty()
                ? List.of()
                : made.asMap()
                        .compute(
                                jurisdiction,
                                (_, before) -> before != null && before.last().equals(stream.getLast())
                                        ? before
                                        : new Made(stream.getLast(), madeFrom(stream)))
                        .calendars();
    }

    private static List<CalendarSince> madeFrom(List<EventRecord> stream) {
        List<CalendarSince> found = new ArrayList<>();
        JurisdictionFacts facts = null;
        for (var it : stream) {
            if (it.event() instanceof JurisdictionRegistered registered) {
                facts = JurisdictionFacts.of(registered);
            } else if (facts != null && it.event() instanceof JurisdictionEvent event) {
                facts = facts.with(event);
                if (event instanceof CalendarAdopted) {
                    found.add(new CalendarSince(it.recordedAt(), facts.calendar()));
                }
            }
        }
        return List.copyOf(found);
    }
}
