package gongkai.query.obligation;

import gongkai.event.Identifier;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.person.Ask;
import gongkai.query.record.RecordStore;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Look;
import gongkai.status.ObligationFacts;
import gongkai.status.StatusRule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Obligations with the rule that judges them: each county's by its own calendar, as it was known. */
@Component
public class Obligations {

    private final ObligationStore store;
    private final RecordStore records;

    Obligations(ObligationStore store, RecordStore records) {
        this.store = store;
        this.records = records;
    }

    /** An obligation's facts and the rule for them. */
    public record Judged(Life life, StatusRule rule) {

        public Judged(ObligationFacts facts, StatusRule rule) {
            this(Life.once(facts), rule);
        }

        public ObligationFacts facts() {
            return life.facts();
        }

        /** What a board shows of it. */
        public Look look(AnsweredAsOf asOf) {
            return life.look(rule, asOf.asOf());
        }

        /** Who brought its cases, by the case's id. */
        public SequencedMap<String, Ask> reporters(AnsweredAsOf asOf) {
            var reporters = new LinkedHashMap<String, Ask>();
            for (var known : facts().happenedBy(asOf.asOf())) {
                if (known.fact() instanceof CaseAccepted it) {
                    it.reporter()
                            .ifPresent(reporter -> reporters.put(
                                    it.caseId(), Ask.reporter(Identifier.obligationOf(it.caseId()), reporter)));
                }
            }
            return reporters;
        }

        /** Whose it is at the moment that is asked about. */
        public String unit(AnsweredAsOf asOf) {
            return facts().at(asOf.asOf()).assignment().unit();
        }
    }

    /** @throws ProblemException when the county was not known */
    public JurisdictionFacts jurisdiction(String code, AnsweredAsOf asOf) {
        return known(code, records.jurisdiction(code, asOf.position()), asOf);
    }

    private static JurisdictionFacts known(String code, Optional<JurisdictionFacts> facts, AnsweredAsOf asOf) {
        return facts.orElseThrow(() -> new ProblemException(
                QueryProblem.JURISDICTION_UNKNOWN,
                "No jurisdiction «%s» was known at position %d.".formatted(code, asOf.position())));
    }

    public List<Judged> ofJurisdiction(JurisdictionFacts jurisdiction, AnsweredAsOf asOf) {
        var rule = ruleOf(jurisdiction);
        return store.ofJurisdiction(jurisdiction.code(), asOf.position()).stream()
                .map(it -> new Judged(it, rule))
                .toList();
    }

    public List<Judged> ofUnit(JurisdictionFacts jurisdiction, String unit, AnsweredAsOf asOf) {
        return judged(store.ofUnit(unit, asOf.position()).stream(), jurisdiction).stream()
                .filter(it -> it.unit(asOf).equals(unit))
                .toList();
    }

    /** The ledger that such a question is about; none: all of them. */
    public static @Nullable String ledgerOf(@Nullable String jurisdiction, @Nullable String unit) {
        return unit == null ? jurisdiction : Identifier.jurisdictionOf(unit);
    }

    /** Of a unit, of a county, or of all counties, by what is given. */
    public List<Judged> find(@Nullable String jurisdiction, @Nullable String unit, AnsweredAsOf asOf) {
        if (unit != null) {
            return ofUnit(jurisdiction(Identifier.jurisdictionOf(unit), asOf), unit, asOf).stream()
                    .filter(it -> jurisdiction == null || unit.startsWith(jurisdiction + "-"))
                    .toList();
        }
        if (jurisdiction != null) {
            return ofJurisdiction(jurisdiction(jurisdiction, asOf), asOf);
        }
        return records.jurisdictions().stream()
                .flatMap(code -> records.jurisdiction(code, asOf.position()).stream())
                .flatMap(it -> ofJurisdiction(it, asOf).stream())
                .toList();
    }

    /** @throws ProblemException when it was not known */
    public Judged byId(String id, AnsweredAsOf asOf) {
        var code = Identifier.jurisdictionOf(id);
        var streams = records.streams(List.of(id, code), asOf.position());
        var facts = ObligationStore.factsIn(streams.getOrDefault(id, List.of()))
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.OBLIGATION_UNKNOWN,
                        "No obligation «%s» was known at position %d.".formatted(id, asOf.position())));
        var county = records.jurisdictionOf(streams.getOrDefault(code, List.of()));
        return new Judged(facts, ruleOf(known(code, county, asOf)));
    }

    /** Of one county; an id that is no obligation's is passed over. */
    public List<Judged> byIds(String code, Collection<String> ids, AnsweredAsOf asOf) {
        return judged(store.byIds(ids, asOf.position()).stream(), jurisdiction(code, asOf));
    }

    private static List<Judged> judged(Stream<ObligationFacts> facts, JurisdictionFacts jurisdiction) {
        var rule = ruleOf(jurisdiction);
        return facts.map(it -> new Judged(it, rule)).toList();
    }

    private static StatusRule ruleOf(JurisdictionFacts jurisdiction) {
        return new StatusRule(jurisdiction.calendar());
    }
}
