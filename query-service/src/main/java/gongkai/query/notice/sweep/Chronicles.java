package gongkai.query.notice.sweep;

import gongkai.event.ObligationEvent;
import gongkai.query.notice.rule.Chronicle;
import gongkai.query.notice.rule.Chronicle.Taken;
import gongkai.query.notice.sweep.DueIndex.Claim;
import gongkai.query.record.RecordStore;
import gongkai.record.EventRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chronicles of what one sweep looks at, from all that is here. */
final class Chronicles {

    private final Map<String, List<EventRecord>> streams;
    private final CountyCalendars calendars;

    private Chronicles(Map<String, List<EventRecord>> streams, CountyCalendars calendars) {
        this.streams = streams;
        this.calendars = calendars;
    }

    static Chronicles of(List<Claim> claims, RecordStore records, CountyCalendars calendars) {
        var subjects = claims.stream()
                .flatMap(it -> Stream.of(it.obligation(), it.jurisdiction()))
                .toList();
        return new Chronicles(records.streams(subjects, Long.MAX_VALUE), calendars);
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
        return new Chronicle(taken, calendars.of(claim.jurisdiction(), stream(claim.jurisdiction())));
    }

    private List<EventRecord> stream(String subject) {
        return streams.getOrDefault(subject, List.of());
    }
}
