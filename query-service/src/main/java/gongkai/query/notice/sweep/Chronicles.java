package gongkai.query.notice.sweep;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.ObligationEvent;
import gongkai.query.notice.rule.Chronicle;
import gongkai.query.notice.rule.Chronicle.CalendarSince;
import gongkai.query.notice.rule.Chronicle.Taken;
import gongkai.query.record.RecordStore;
import gongkai.status.JurisdictionFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads chronicles for one sweep; a county's calendars are read once for all of its obligations. */
final class Chronicles {

    private final RecordStore records;
    private final Map<String, List<CalendarSince>> calendars = new HashMap<>();

    Chronicles(RecordStore records) {
        this.records = records;
    }

    /** Of all that is here. */
    Chronicle of(String obligation, String jurisdiction) {
        var taken = records.stream(obligation, Long.MAX_VALUE).stream()
                .flatMap(it -> it.event() instanceof ObligationEvent fact
                        ? Stream.of(new Taken(it.position(), it.recordedAt(), fact))
                        : Stream.empty())
                .toList();
        return new Chronicle(taken, calendars.computeIfAbsent(jurisdiction, this::calendarsOf));
    }

    private List<CalendarSince> calendarsOf(String jurisdiction) {
        List<CalendarSince> found = new ArrayList<>();
        JurisdictionFacts facts = null;
        for (var it : records.stream(jurisdiction, Long.MAX_VALUE)) {
            if (it.event() instanceof JurisdictionRegistered registered) {
                facts = JurisdictionFacts.of(registered);
            } else if (facts != null && it.event() instanceof JurisdictionEvent event) {
                facts = facts.with(event);
                if (event instanceof CalendarAdopted) {
                    found.add(new CalendarSince(it.recordedAt(), facts.calendar()));
                }
            }
        }
        return found;
    }
}
