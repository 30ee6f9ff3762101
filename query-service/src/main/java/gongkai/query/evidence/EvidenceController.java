package gongkai.query.evidence;

import gongkai.bundle.Question;
import gongkai.bundle.Scope;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.Obligations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Evidence 证据", description = "What was true and what was known, to be checked without trusting us")
class EvidenceController {

    private final EvidenceBundles bundles;
    private final LedgerRecords records;
    private final Obligations obligations;
    private final AsOfResolver times;

    EvidenceController(EvidenceBundles bundles, LedgerRecords records, Obligations obligations, AsOfResolver times) {
        this.bundles = bundles;
        this.records = records;
        this.obligations = obligations;
        this.times = times;
    }

    @GetMapping(path = "/api/jurisdictions/{code}/evidence", produces = "application/zip")
    @Operation(
            summary = "Take evidence along",
            description =
                    "A ZIP with the records behind the statuses of a county, a unit or an obligation, their inclusion "
                            + "proofs, the signed checkpoint, the source document, the claims and a cover. gongkai-verify "
                            + "checks it offline and recomputes every status. Equal questions have equal bytes.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "UNIT_UNKNOWN",
        "OBLIGATION_UNKNOWN",
        "EVIDENCE_TOO_LARGE",
        "EVIDENCE_CONTRADICTED",
        "EVIDENCE_UNAVAILABLE",
        "POSITION_NOT_REACHED"
    })
    ResponseEntity<byte[]> takeEvidence(
            @PathVariable String code,
            @Valid @ParameterObject @ModelAttribute EvidenceQuery asked,
            @ParameterObject @ModelAttribute AsOfQuery query) {
        var question = question(code, asked, times.resolve(query, code));
        var file = "gongkai-%s-%d.zip".formatted(question.subject(), question.known());
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(bundles.bundle(question));
    }

    private Question question(String code, EvidenceQuery asked, AnsweredAsOf asOf) {
        var scope = scopeOf(asked);
        var subject = switch (scope) {
            case JURISDICTION -> code;
            case UNIT -> String.valueOf(asked.unit());
            case OBLIGATION -> String.valueOf(asked.obligation());
        };
        requireKnown(code, scope, subject, asOf);
        return new Question(
                Question.FORMAT,
                code,
                scope,
                subject,
                asOf.asOf().at(),
                asOf.position(),
                sizeOf(code, asked, asOf),
                scope == Scope.JURISDICTION || Boolean.TRUE.equals(asked.full()));
    }

    private static Scope scopeOf(EvidenceQuery asked) {
        if (asked.unit() != null && asked.obligation() != null) {
            throw new ProblemException(
                    CommonProblem.FIELD_INVALID,
                    "A bundle is about a unit or about an obligation; leave one of the two out.",
                    Map.of("field", "obligation"));
        }
        return asked.unit() != null ? Scope.UNIT : asked.obligation() != null ? Scope.OBLIGATION : Scope.JURISDICTION;
    }

    private void requireKnown(String code, Scope scope, String subject, AnsweredAsOf asOf) {
        var jurisdiction = obligations.jurisdiction(code, asOf);
        switch (scope) {
            case JURISDICTION -> {}
            case UNIT -> {
                if (!jurisdiction.units().containsKey(subject)
                        && obligations.ofUnit(jurisdiction, subject, asOf).isEmpty()) {
                    throw new ProblemException(
                            QueryProblem.UNIT_UNKNOWN,
                            "%s has no unit «%s»; its status lists all of them."
                                    .formatted(jurisdiction.name(), subject));
                }
            }
            case OBLIGATION -> {
                if (!subject.startsWith(code + "-")) {
                    throw new ProblemException(
                            QueryProblem.OBLIGATION_UNKNOWN,
                            "%s has no obligation «%s».".formatted(jurisdiction.name(), subject));
                }
                obligations.byId(subject, asOf);
            }
        }
    }

    private long sizeOf(String code, EvidenceQuery asked, AnsweredAsOf asOf) {
        long known = records.sizeAt(code, asOf.position());
        if (asked.size() == null) {
            return known;
        }
        long all = records.size(code);
        if (asked.size() < known || asked.size() > all) {
            throw new ProblemException(
                    CommonProblem.FIELD_INVALID,
                    "«size» is %d; what was known takes a tree of at least %d leaves, and %d are here."
                            .formatted(asked.size(), known, all),
                    Map.of("field", "size"));
        }
        return asked.size();
    }
}
