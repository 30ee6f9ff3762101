package gongkai.query.bulletin;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.office.OfficeFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.NativeWebRequest;

@RestController
@Tag(name = "Bulletin 通报", description = "A month's figures by unit, with ranking and slips")
class BulletinController {

    private static final String JSON = "application/json";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final BulletinBoard board;
    private final BulletinDocument documents;
    private final ContentNegotiationManager accepted;

    BulletinController(
            BulletinBoard board,
            BulletinDocument documents,
            @Qualifier("mvcContentNegotiationManager") ContentNegotiationManager accepted) {
        this.board = board;
        this.documents = documents;
        this.accepted = accepted;
    }

    @GetMapping(
            path = "/api/jurisdictions/{code}/bulletins/{month}",
            produces = {JSON, WORD})
    @Operation(
            summary = "Show a month's bulletin",
            description =
                    "Per unit what fell due, was done, late, cured, silent or blocked by a question; the same under "
                            + "the statutes; a ranking of those who lead and of those who cooperate; slips. Every figure lists what it "
                            + "is made of. Without «at» the figures stand as of the month's end, or now while it runs. With «issue» it "
                            + "reads as it was issued, the same for ever. «format=docx», or Accept, gives a Word document.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = JSON, schema = @Schema(implementation = Bulletin.class)),
                @Content(mediaType = WORD, schema = @Schema(type = "string", format = "binary"))
            })
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "TIME_INVALID",
        "TIME_IN_FUTURE",
        "JURISDICTION_UNKNOWN",
        "BULLETIN_UNKNOWN",
        "POSITION_NOT_REACHED"
    })
    ResponseEntity<Object> showBulletin(
            @PathVariable String code,
            @Parameter(description = "The month", example = "2019-05", schema = @Schema(type = "string")) @PathVariable
                    YearMonth month,
            @Parameter(description = "As the month's bulletin was issued the first, second, … time")
                    @RequestParam(required = false)
                    @Nullable
                    Integer issue,
            @Parameter(schema = @Schema(allowableValues = {"json", "docx"})) @RequestParam(required = false) @Nullable
                    String format,
            @Parameter(hidden = true) NativeWebRequest request,
            @ParameterObject @ModelAttribute AsOfQuery query)
            throws HttpMediaTypeNotAcceptableException {
        var bulletin = board.of(code, month, issue, query);
        if (!isWord(format, request)) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bulletin);
        }
        var name = ContentDisposition.attachment()
                .filename("%s-%s.docx".formatted(code, month), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(OfficeFormat.DOCX.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(OfficeFormat.DOCX.write(documents.of(bulletin)));
    }

    private boolean isWord(@Nullable String format, NativeWebRequest request)
            throws HttpMediaTypeNotAcceptableException {
        if (format == null) {
            return accepted.resolveMediaTypes(request).contains(OfficeFormat.DOCX.mediaType());
        }
        if (!List.of("json", "docx").contains(format)) {
            throw new ProblemException(
                    CommonProblem.FIELD_INVALID,
                    "«format» cannot be «%s»; json or docx is expected.".formatted(format),
                    Map.of("field", "format"));
        }
        return format.equals("docx");
    }
}
