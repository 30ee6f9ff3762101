package gongkai.status;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that was ever recorded about one obligation, each fact with its position; nothing is ever taken out. */
public record ObligationFacts(
        Known<ObligationAssigned> assigned,
        List<Known<PublicationRecorded>> publications,
        List<Known<InterpretationRecorded>> interpretations,
        List<Known<CaseAccepted>> cases,
        List<Known<ResponseRecorded>> responses) {

    public static ObligationFacts of(ObligationAssigned assigned, long position) {
        return new ObligationFacts(new Known<>(position, assigned), List.of(), List.of(), List.of(), List.of());
    }

    /** These facts and one more, taken at {@code position}. */
    public ObligationFacts with(ObligationEvent event, long position) {
        return switch (event) {
            case ObligationAssigned it -> of(it, position);
            case PublicationRecorded it ->
                new ObligationFacts(assigned, plus(publications, it, position), interpretations, cases, responses);
            case InterpretationRecorded it ->
                new ObligationFacts(assigned, publications, plus(interpretations, it, position), cases, responses);
            case CaseAccepted it ->
                new ObligationFacts(assigned, publications, interpretations, plus(cases, it, position), responses);
            case ResponseRecorded it ->
                new ObligationFacts(assigned, publications, interpretations, cases, plus(responses, it, position));
            default -> this;
        };
    }

    /** What of it is both known and already true. */
    public ObligationFacts asOf(AsOf asOf) {
        Predicate<Known<?>> counts =
                it -> it.position() <= asOf.known() && !it.fact().occurredAt().isAfter(asOf.at());
        return new ObligationFacts(
                assigned,
                publications.stream().filter(counts).toList(),
                interpretations.stream().filter(counts).toList(),
                cases.stream().filter(counts).toList(),
                responses.stream().filter(counts).toList());
    }

    private static <E extends ObligationEvent> List<Known<E>> plus(List<Known<E>> known, E fact, long position) {
        var more = new ArrayList<>(known);
        more.add(new Known<>(position, fact));
        return List.copyOf(more);
    }
}
