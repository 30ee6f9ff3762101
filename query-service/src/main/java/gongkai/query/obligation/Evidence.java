package gongkai.query.obligation;

import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.status.AsOf;
import gongkai.status.ObligationFacts;
import gongkai.status.Standing;
import gongkai.status.Standing.AcceptedCase;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that was done, or that must be answered.
 *
 * @param at when it was published, accepted or answered
 * @param of the publication that is interpreted, or the case or period that it is for
 * @param counts false once it was retracted, or returned by a review
 */
public record Evidence(
        String id,
        Kind kind,
        String title,
        Optional<URI> url,
        OffsetDateTime at,
        Optional<InterpretationForm> form,
        Optional<String> of,
        Optional<LocalDate> dueOn,
        boolean counts,
        long position) {

    /** 公开, 解读, 舆情受理, 回应. */
    public enum Kind {
        PUBLICATION,
        INTERPRETATION,
        CASE,
        RESPONSE
    }

    /** All that had happened by then; what was retracted or returned since is there too, and says so. */
    static List<Evidence> of(ObligationFacts facts, AsOf asOf) {
        var standing = facts.at(asOf);
        var counting = Set.copyOf(standing.evidenceIds());
        return facts.happenedBy(asOf).stream()
                .flatMap(it -> of(it.fact(), it.position(), standing, counting).stream())
                .sorted(Comparator.comparing(Evidence::at).thenComparing(Evidence::id))
                .toList();
    }

    private static Optional<Evidence> of(
            ObligationEvent event, long position, Standing standing, Set<String> counting) {
        return switch (event) {
            case PublicationRecorded it ->
                Optional.of(new Evidence(
                        it.publication(),
                        Kind.PUBLICATION,
                        it.title(),
                        Optional.of(it.url()),
                        ChinaTime.at(it.publishedAt()),
                        Optional.empty(),
                        it.occurrence(),
                        Optional.empty(),
                        counting.contains(it.publication()),
                        position));
            case InterpretationRecorded it ->
                Optional.of(new Evidence(
                        it.interpretation(),
                        Kind.INTERPRETATION,
                        it.title(),
                        Optional.of(it.url()),
                        ChinaTime.at(it.publishedAt()),
                        Optional.of(it.form()),
                        Optional.of(it.publication()),
                        Optional.empty(),
                        counting.contains(it.interpretation()),
                        position));
            case CaseAccepted it ->
                Optional.of(new Evidence(
                        it.caseId(),
                        Kind.CASE,
                        it.subject(),
                        Optional.empty(),
                        ChinaTime.at(it.acceptedAt()),
                        Optional.empty(),
                        Optional.empty(),
                        standing.acceptedCase(it.caseId())
                                .flatMap(AcceptedCase::due)
                                .map(DueDate::on),
                        true,
                        position));
            case ResponseRecorded it ->
                Optional.of(new Evidence(
                        it.response(),
                        Kind.RESPONSE,
                        it.title(),
                        Optional.of(it.url()),
                        ChinaTime.at(it.respondedAt()),
                        Optional.empty(),
                        Optional.of(it.caseId()),
                        Optional.empty(),
                        counting.contains(it.response()),
                        position));
            default -> Optional.empty();
        };
    }
}
