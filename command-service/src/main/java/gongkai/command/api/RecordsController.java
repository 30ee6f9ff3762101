package gongkai.command.api;

import gongkai.command.ledger.LedgerReader;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A ledger's records by leaf, as they lie there: for whoever missed some on the topic. */
@RestController
@RequestMapping("/api/ledgers/{code}/records")
@Tag(name = "Ledger 台账")
class RecordsController {

    /** CloudEvents 1.0, JSON batch format. */
    private static final String BATCH = "application/cloudevents-batch+json";

    private final LedgerReader ledger;

    RecordsController(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @GetMapping(produces = BATCH)
    @Operation(
            summary = "Give records by leaf",
            description =
                    "A CloudEvents batch: a JSON array of the very bytes that the topic carries and the tree commits to, "
                            + "in the order of their leaves and without a gap. A page ends early when it grows heavy, so "
                            + "only an empty array is the end; the header Link (rel=next) leads on while there is more.")
    @ApiResponse(
            responseCode = "200",
            description = "Records from that leaf on; none past the ledger's end",
            content =
                    @Content(
                            mediaType = BATCH,
                            array =
                                    @ArraySchema(
                                            schema =
                                                    @Schema(
                                                            type = "object",
                                                            description = "CloudEvents 1.0 event in RFC 8785 JSON"))))
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "JURISDICTION_UNKNOWN", "LEDGER_DAMAGED", "LEDGER_UNAVAILABLE"})
    ResponseEntity<byte[]> giveRecords(
            @PathVariable String code,
            @Parameter(description = "Leaf of the first record, from 0") @RequestParam @Min(0) long from,
            @Parameter(description = "At most so many records") @RequestParam(defaultValue = "500") @Min(1) @Max(1000)
                    int limit) {
        long size = ledger.head(code)
                        .orElseThrow(() -> new ProblemException(
                                CommandProblem.JURISDICTION_UNKNOWN, "There is no ledger «%s».".formatted(code)))
                        .leaf()
                + 1;
        var page = RecordPage.read(ledger, code, from, limit);
        var answer = ResponseEntity.ok().contentType(MediaType.parseMediaType(BATCH));
        if (page.next() < size) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/ledgers/%s/records?from=%d&limit=%d>; rel=\"next\"".formatted(code, page.next(), limit));
        }
        return answer.body(page.batch());
    }
}
