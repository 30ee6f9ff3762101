package gongkai.status;

import gongkai.event.InterpretationForm;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import java.time.Instant;
import java.util.Optional;

/**
 * Something done that may count for a requirement.
 *
 * @param at when it was published or answered
 * @param form of an interpretation
 * @param occurrence 期次 that it was made for; empty: as it falls
 */
record Evidence(String id, Kind kind, Instant at, Optional<InterpretationForm> form, Optional<String> occurrence) {

    enum Kind {
        PUBLICATION,
        INTERPRETATION,
        RESPONSE
    }

    static Evidence of(PublicationRecorded it) {
        return new Evidence(it.publication(), Kind.PUBLICATION, it.publishedAt(), Optional.empty(), it.occurrence());
    }

    /** An interpretation belongs where its publication belongs. */
    static Evidence of(InterpretationRecorded it, Optional<String> occurrence) {
        return new Evidence(
                it.interpretation(), Kind.INTERPRETATION, it.publishedAt(), Optional.of(it.form()), occurrence);
    }

    static Evidence of(ResponseRecorded it) {
        return new Evidence(it.response(), Kind.RESPONSE, it.respondedAt(), Optional.empty(), Optional.of(it.caseId()));
    }

    /** Whether it is of the kind, and in a form, that the requirement asks for. */
    boolean meets(Requirement requirement) {
        return switch (requirement.kind()) {
            case PUBLICATION, ACTIVITY -> kind == Kind.PUBLICATION;
            case INTERPRETATION ->
                kind == Kind.INTERPRETATION
                        && (requirement.forms().isEmpty()
                                || form.filter(requirement.forms()::contains).isPresent());
            case RESPONSE -> kind == Kind.RESPONSE;
        };
    }

    boolean isFor(String id) {
        return occurrence.filter(id::equals).isPresent();
    }
}
