package gongkai.query.deadline;

import gongkai.event.Identifier;
import gongkai.event.UnitEntry;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.Obligations;
import gongkai.query.record.RecordStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that a unit owes and that has an end, as a calendar. */
@Component
class UnitCalendar {

    private final Obligations obligations;
    private final RecordStore records;

    UnitCalendar(Obligations obligations, RecordStore records) {
        this.obligations = obligations;
        this.records = records;
    }

    /**
     * @return iCalendar (RFC 5545)
     * @throws ProblemException when there is no such unit
     */
    String of(String unit, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(Identifier.jurisdictionOf(unit), asOf);
        var owed = obligations.ofUnit(jurisdiction, unit, asOf);
        var entry = Optional.ofNullable(jurisdiction.units().get(unit));
        if (owed.isEmpty() && entry.isEmpty()) {
            throw new ProblemException(
                    QueryProblem.UNIT_UNKNOWN,
                    "%s has no unit «%s»; its status lists all of them.".formatted(jurisdiction.name(), unit));
        }
        var name = entry.map(UnitEntry::name).orElse(unit);
        var calendar = new DeadlineCalendar(name + " 政务公开期限", asOf.asOf().at());
        owed.stream()
                .flatMap(it -> Deadline.of(it, asOf.asOf()))
                .forEach(
                        it -> calendar.add(it, records.recordedAt(it.position()).orElseGet(asOf.asOf()::at)));
        return calendar.text();
    }
}
