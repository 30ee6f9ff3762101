package gongkai.command.domain.obligation;

import gongkai.command.domain.NotInFuture;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RetractPublication;
import gongkai.event.Identifier;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.status.ObligationFacts;
import gongkai.status.Occurrence;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decisions about publications 公开 and interpretations 解读. */
final class Evidencing {

    private Evidencing() {}

    /** A publication that says when its document was formed also starts, and meets, the clock that runs from then. */
    static List<ObligationEvent> publication(ObligationFacts facts, RecordPublication it) {
        NotInFuture.check("publishedAt", it.publishedAt(), it);
        refuseFormedLater(it);
        refuseUnknownOccurrence(facts, it);
        var printed = it.occurrence().isEmpty() ? printed(facts, it) : Optional.<CaseAccepted>empty();
        var publication = new PublicationRecorded(
                Identifier.publication(it.id(), facts.count(PublicationRecorded.class) + 1),
                it.title(),
                it.url(),
                it.publishedAt(),
                it.formedOn(),
                it.documentNumber(),
                it.occurrence().or(() -> printed.map(CaseAccepted::caseId)));
        return Stream.<ObligationEvent>concat(printed.stream(), Stream.of(publication))
                .toList();
    }

    private static Optional<CaseAccepted> printed(ObligationFacts facts, RecordPublication it) {
        return it.formedOn()
                .flatMap(formedOn -> Triggers.formation(Now.standing(facts, it))
                        .map(trigger -> Cases.open(
                                facts,
                                new AcceptCase(
                                        it.id(),
                                        it.title(),
                                        ChinaTime.startOf(formedOn),
                                        Optional.of(trigger),
                                        Optional.empty(),
                                        it.calendar(),
                                        it.now()))));
    }

    private static void refuseFormedLater(RecordPublication it) {
        it.formedOn()
                .filter(formedOn -> formedOn.isAfter(ChinaTime.dateOf(it.publishedAt())))
                .ifPresent(formedOn -> {
                    throw Rejection.FORMED_AFTER_PUBLICATION.because(
                            "«formedOn» is %s, but it was published on %s already; one of the two is wrong."
                                    .formatted(formedOn, ChinaTime.dateOf(it.publishedAt())));
                });
    }

    private static void refuseUnknownOccurrence(ObligationFacts facts, RecordPublication it) {
        it.occurrence().ifPresent(named -> {
            var known = new StatusRule(it.calendar())
                    .occurrencesOf(facts, Now.of(it)).stream()
                            .map(Occurrence::id)
                            .toList();
            if (!known.contains(named)) {
                throw Rejection.OCCURRENCE_UNKNOWN.because(
                        "«%s» has no due instance «%s»; leave «occurrence» out, or name one of: %s."
                                .formatted(it.id(), named, String.join(", ", known)));
            }
        });
    }

    static List<ObligationEvent> retraction(ObligationFacts facts, RetractPublication it) {
        var standing = Now.standing(facts, it);
        requirePublication(facts, it.id());
        if (standing.isRetracted(it.id())) {
            throw Rejection.ALREADY_SO.because("«%s» was retracted already; its trail says why.".formatted(it.id()));
        }
        return List.of(new PublicationRetracted(it.id(), it.basis(), it.now()));
    }

    static List<ObligationEvent> interpretation(ObligationFacts facts, RecordInterpretation it) {
        var source = requirePublication(facts, it.id());
        NotInFuture.check("publishedAt", it.publishedAt(), it);
        if (it.publishedAt().isBefore(source.publishedAt())) {
            throw Rejection.INTERPRETATION_BEFORE_PUBLICATION.because(
                    "«publishedAt» is earlier than what it explains, which was published at %s."
                            .formatted(ChinaTime.at(source.publishedAt())));
        }
        var earlier = facts.events(InterpretationRecorded.class)
                .filter(each -> each.publication().equals(it.id()))
                .count();
        return List.of(new InterpretationRecorded(
                Identifier.interpretation(it.id(), (int) earlier + 1),
                it.id(),
                it.form(),
                it.title(),
                it.url(),
                it.publishedAt()));
    }

    private static PublicationRecorded requirePublication(ObligationFacts facts, String id) {
        return facts.events(PublicationRecorded.class)
                .filter(each -> each.publication().equals(id))
                .findFirst()
                .orElseThrow(() -> Rejection.PUBLICATION_UNKNOWN.because(
                        "There is no publication «%s»; record it first, or look its id up in the obligation's trail."
                                .formatted(id)));
    }
}
