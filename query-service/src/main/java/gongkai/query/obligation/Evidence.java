package gongkai.query.obligation;

import gongkai.event.InterpretationForm;
import gongkai.status.ObligationFacts;
import gongkai.time.ChinaTime;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that was done, or that must be answered.
 *
 * @param at when it was published, accepted or answered
 * @param of the publication that is interpreted, or the case that is answered
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
        long position) {

    /** 公开, 解读, 舆情受理, 回应. */
    public enum Kind {
        PUBLICATION,
        INTERPRETATION,
        CASE,
        RESPONSE
    }

    /** @param facts only what counts at the moment that is asked about */
    static List<Evidence> of(ObligationFacts facts) {
        var publications = facts.publications().stream()
                .map(it -> new Evidence(
                        it.fact().publication(),
                        Kind.PUBLICATION,
                        it.fact().title(),
                        Optional.of(it.fact().url()),
                        ChinaTime.at(it.fact().publishedAt()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        it.position()));
        var interpretations = facts.interpretations().stream()
                .map(it -> new Evidence(
                        it.fact().interpretation(),
                        Kind.INTERPRETATION,
                        it.fact().title(),
                        Optional.of(it.fact().url()),
                        ChinaTime.at(it.fact().publishedAt()),
                        Optional.of(it.fact().form()),
                        Optional.of(it.fact().publication()),
                        Optional.empty(),
                        it.position()));
        var cases = facts.cases().stream()
                .map(it -> new Evidence(
                        it.fact().caseId(),
                        Kind.CASE,
                        it.fact().subject(),
                        Optional.empty(),
                        ChinaTime.at(it.fact().acceptedAt()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(it.fact().dueOn()),
                        it.position()));
        var responses = facts.responses().stream()
                .map(it -> new Evidence(
                        it.fact().response(),
                        Kind.RESPONSE,
                        it.fact().title(),
                        Optional.of(it.fact().url()),
                        ChinaTime.at(it.fact().respondedAt()),
                        Optional.empty(),
                        Optional.of(it.fact().caseId()),
                        Optional.empty(),
                        it.position()));
        return Stream.of(publications, interpretations, cases, responses)
                .flatMap(it -> it)
                .sorted(Comparator.comparing(Evidence::at).thenComparing(Evidence::id))
                .toList();
    }
}
