package gongkai.statute;

import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.Standing;
import gongkai.status.Standing.AcceptedCase;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lights the second lamp. A statute counts for what was triggered on a day on which it was in force. */
public record Overlay(StatusRule rule) {

    /** One lamp for each clock that a statute started; for a statute in force that nothing has triggered, one that waits. */
    public List<Lamp> lampsOf(ObligationFacts facts, AsOf asOf) {
        var standing = facts.at(asOf);
        return Statute.concerning(standing.text()).stream()
                .flatMap(statute -> lampsOf(statute, standing, asOf))
                .toList();
    }

    private Stream<Lamp> lampsOf(Statute statute, Standing standing, AsOf asOf) {
        var lit = clocks(statute, standing)
                .filter(it -> statute.isInForceOn(ChinaTime.dateOf(it.start())))
                .map(it -> lit(statute, it, asOf))
                .toList();
        var waits = lit.isEmpty() && statute.isInForceOn(ChinaTime.dateOf(asOf.at()));
        return waits
                ? Stream.of(new Lamp(statute, Optional.empty(), Optional.empty(), Status.AWAITING_TRIGGER))
                : lit.stream();
    }

    private Lamp lit(Statute statute, Clock clock, AsOf asOf) {
        var due = rule.calendar().count(clock.start(), statute.amount(), statute.unit());
        var occurrence = new Occurrence(clock.id(), 0, clock.start(), due, due, true, 1, clock.done());
        return new Lamp(
                statute, Optional.of(occurrence), Optional.of(clock.start()), rule.statusOf(occurrence, asOf.at()));
    }

    /** What ran, from when, and what stopped it. */
    private record Clock(String id, Instant start, List<Instant> done) {}

    private static Stream<Clock> clocks(Statute statute, Standing standing) {
        return switch (statute.trigger()) {
            case FORMATION ->
                standing.publications()
                        .filter(it -> standing.counts(it.publication()))
                        .flatMap(Overlay::sinceFormation);
            case OPINION ->
                standing.cases()
                        .filter(it -> !isFor(Statute.Trigger.OPINION_OF_MAJOR_INCIDENT, it))
                        .map(it -> sinceAcceptance(it, standing));
            case REQUEST -> standing.cases().map(it -> sinceAcceptance(it, standing));
            case OPINION_OF_MAJOR_INCIDENT, BUDGET_APPROVAL ->
                standing.cases().filter(it -> isFor(statute.trigger(), it)).map(it -> sinceAcceptance(it, standing));
        };
    }

    private static boolean isFor(Statute.Trigger trigger, AcceptedCase it) {
        return it.fact().trigger().filter(trigger.words()::equals).isPresent();
    }

    private static Stream<Clock> sinceFormation(PublicationRecorded it) {
        return it.formedOn().stream()
                .map(day -> new Clock(it.publication(), ChinaTime.startOf(day), List.of(it.publishedAt())));
    }

    private static Clock sinceAcceptance(AcceptedCase it, Standing standing) {
        return new Clock(it.id(), it.fact().acceptedAt(), standing.evidenceFor(it.id()));
    }
}
