package gongkai.query.status;

import gongkai.event.Identifier;
import gongkai.event.UnitEntry;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.status.UnitSummary.UnitName;
import gongkai.status.JurisdictionFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts a county's obligations by unit: of all in the register, and of those that left it but still owe. */
@Component
public class StatusBoard {

    private final Obligations obligations;

    StatusBoard(Obligations obligations) {
        this.obligations = obligations;
    }

    /** @throws ProblemException when the county was not known */
    public CountyStatus county(String code, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(code, asOf);
        return county(jurisdiction, obligations.ofJurisdiction(jurisdiction, asOf), asOf);
    }

    /** @param owed all that the county's units owe */
    public CountyStatus county(JurisdictionFacts jurisdiction, List<Judged> owed, AnsweredAsOf asOf) {
        Map<String, List<Judged>> byUnit =
                owed.stream().collect(Collectors.groupingBy(it -> it.unit(asOf), TreeMap::new, Collectors.toList()));
        jurisdiction.units().keySet().forEach(it -> byUnit.putIfAbsent(it, List.of()));
        var units = byUnit.entrySet().stream()
                .map(it -> UnitSummary.of(nameOf(it.getKey(), it.getValue(), jurisdiction), it.getValue(), asOf.asOf()))
                .toList();
        return new CountyStatus(jurisdiction.code(), jurisdiction.name(), units, asOf);
    }

    /** @throws ProblemException when the unit was not known */
    public UnitStatus unit(String unit, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(Identifier.jurisdictionOf(unit), asOf);
        var owed = obligations.ofUnit(jurisdiction, unit, asOf);
        if (owed.isEmpty() && !jurisdiction.units().containsKey(unit)) {
            throw new ProblemException(
                    QueryProblem.UNIT_UNKNOWN,
                    "%s has no unit «%s»; its status lists all of them.".formatted(jurisdiction.name(), unit));
        }
        return new UnitStatus(
                UnitSummary.of(nameOf(unit, owed, jurisdiction), owed, asOf.asOf()),
                owed.stream()
                        .map(it -> ObligationItem.of(it.facts(), it.rule(), asOf.asOf()))
                        .toList(),
                asOf);
    }

    private static UnitName nameOf(String code, List<Judged> owed, JurisdictionFacts jurisdiction) {
        var entry = Optional.ofNullable(jurisdiction.units().get(code));
        return new UnitName(
                code,
                entry.map(UnitEntry::name)
                        .orElseGet(() ->
                                owed.getLast().facts().assigned().assignment().name()),
                entry.map(UnitEntry::kind));
    }
}
