package gongkai.query.notice.sweep;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.ObligationEvent;
import gongkai.query.notice.rule.Chronicle;
import gongkai.query.notice.rule.Chronicle.CalendarSince;
import gongkai.query.notice.rule.Chronicle.Taken;
import gongkai.query.notice.sweep.DueIndex.Claim;
import gongkai.query.record.RecordStore;
import gongkai.record.EventRecord;
import gongkai.status.JurisdictionFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chronicles of what one sweep looks at, from all that is here; a county's calendars are made once for all of its obligations. */
final class Chronicles {

    private final Map<String, List<EventRecord>> streams;
    private final Map<String, List<CalendarSince>> calendars = new HashMap<>();

    private Chronicles(Map<String, List<EventRecord>> streams) {
        this.streams = streams;
    }

    static Chronicles of(List<Claim> claims, RecordStore records) {
        return new Chronicles(records.streams(
                claims.stream()
                        .flatMap(it -> Stream.of(it.obligation(), it.jurisdiction()))
                        .toList(),
                Long.MAX_VALUE));
    }

    /** Whether the record is here that made it due. */
    boolean isComplete(Claim claim) {
        return Stream.of(claim.obligation(), claim.jurisdiction())
                .flatMap(it -> stream(it).stream())
                .anyMatch(it -> it.position() == claim.position());
    }

    /** @throws IllegalArgumentException when its records make no history */
    Chronicle of(Claim claim) {
        var taken = stream(claim.obligation()).stream()
                .flatMap(it -> it.event() instanceof ObligationEvent fact
                        ? Stream.of(new Taken(it.position(), it.recordedAt(), fact))
                        : Stream.empty())
                .toList();
        return new Chronicle(taken, calendars.computeIfAbsent(claim.jurisdiction(), this::calendarsOf));
    }

    private List<EventRecord> stream(String subject) {
        return streams.getOrDefault(subject, List.of());
    }

    private List<CalendarSince> calendarsOf(String jurisdiction) {
        List<CalendarSince> found = new ArrayList<>();
        JurisdictionFacts facts = null;
        for (var it : stream(jurisdiction)) {
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
