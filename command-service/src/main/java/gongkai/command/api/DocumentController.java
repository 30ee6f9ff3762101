package gongkai.command.api;

import gongkai.command.importing.SourceDocuments;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files behind the plans, named by what they are: what is under a hash never changes. */
@RestController
@Tag(name = "Plan 任务分解表")
class DocumentController {

    private final SourceDocuments documents;

    DocumentController(SourceDocuments documents) {
        this.documents = documents;
    }

    @GetMapping(path = "/api/documents/{sha256}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Give a source document",
            description = "The file that a plan was read from, as it came; its hash stands in the plan's first event.")
    @Refuses({"DOCUMENT_UNKNOWN", "LEDGER_UNAVAILABLE"})
    ResponseEntity<byte[]> giveDocument(
            @Parameter(description = "SHA-256 of the file, lower-case hexadecimal") @PathVariable String sha256) {
        var file = documents
                .find(sha256)
                .orElseThrow(() -> new ProblemException(
                        CommandProblem.DOCUMENT_UNKNOWN, "No plan was read from a document «%s».".formatted(sha256)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                // A document of others is saved, never shown as a page of ours.
                .header("Content-Disposition", "attachment")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .body(file);
    }
}
