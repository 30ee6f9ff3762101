package gongkai.query.status;

import gongkai.event.Identifier;
import gongkai.event.UnitEntry;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.person.Ask;
import gongkai.query.person.PersonItem;
import gongkai.query.person.Persons;
import gongkai.query.status.UnitSummary.UnitName;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts a county's obligations by unit: of all in the register, and of those that left it but still owe. */
@Component
public class StatusBoard {

    private final Obligations obligations;
    private final Persons persons;

    StatusBoard(Obligations obligations, Persons persons) {
        this.obligations = obligations;
        this.persons = persons;
    }

    private record Owed(Judged judged, Look look) {}

    private static List<Look> looksOf(List<Owed> owed) {
        return owed.stream().map(Owed::look).toList();
    }

    /** @throws ProblemException when the county was not known */
    public CountyStatus county(String code, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(code, asOf);
        return county(jurisdiction, obligations.ofJurisdiction(jurisdiction, asOf), asOf);
    }

    /** @param judged all that the county's units owe */
    public CountyStatus county(JurisdictionFacts jurisdiction, List<Judged> judged, AnsweredAsOf asOf) {
        Map<String, List<Owed>> byUnit = judged.stream()
                .map(it -> new Owed(it, it.look(asOf)))
                .collect(Collectors.groupingBy(it -> it.look().unit(), TreeMap::new, Collectors.toList()));
        var register = registerOn(asOf, jurisdiction);
        register.keySet().forEach(it -> byUnit.putIfAbsent(it, List.of()));
        var units = byUnit.entrySet().stream()
                .map(it -> UnitSummary.of(nameOf(it.getKey(), it.getValue(), register), looksOf(it.getValue())))
                .toList();
        return new CountyStatus(jurisdiction.code(), jurisdiction.name(), units, asOf);
    }

    /** @throws ProblemException when the unit was not known */
    public UnitStatus unit(String unit, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(Identifier.jurisdictionOf(unit), asOf);
        var owed = obligations.ofUnit(jurisdiction, unit, asOf).stream()
                .map(it -> new Owed(it, it.look(asOf)))
                .toList();
        var register = registerOn(asOf, jurisdiction);
        if (owed.isEmpty() && !register.containsKey(unit)) {
            throw new ProblemException(
                    QueryProblem.UNIT_UNKNOWN,
                    "%s has no unit «%s»; its status lists all of them.".formatted(jurisdiction.name(), unit));
        }
        return new UnitStatus(
                UnitSummary.of(nameOf(unit, owed, register), looksOf(owed)),
                contactOf(unit, jurisdiction),
                owed.stream()
                        .map(it -> ObligationItem.of(
                                it.judged().facts(), it.judged().rule(), asOf.asOf()))
                        .toList(),
                asOf);
    }

    private Optional<PersonItem> contactOf(String unit, JurisdictionFacts jurisdiction) {
        return Optional.ofNullable(jurisdiction.contacts().get(unit))
                .map(it -> Ask.contact(unit, it))
                .map(it -> persons.open(jurisdiction.code(), Stream.of(it)).of(it));
    }

    /** Who was in it on the day that is asked about, as it was known. */
    private static Map<String, UnitEntry> registerOn(AnsweredAsOf asOf, JurisdictionFacts jurisdiction) {
        return jurisdiction.register().unitsOn(asOf.at().toLocalDate());
    }

    private static UnitName nameOf(String code, List<Owed> owed, Map<String, UnitEntry> register) {
        var entry = Optional.ofNullable(register.get(code));
        return new UnitName(
                code,
                entry.map(UnitEntry::name)
                        .orElseGet(() -> owed.getLast()
                                .judged()
                                .facts()
                                .assigned()
                                .assignment()
                                .name()),
                entry.map(UnitEntry::kind));
    }
}
