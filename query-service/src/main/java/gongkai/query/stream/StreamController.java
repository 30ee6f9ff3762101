package gongkai.query.stream;

import gongkai.http.Refuses;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.obligation.Obligations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Tag(name = "Stream 实时", description = "What changes, as it changes")
class StreamController {

    private final Audience audience;
    private final Obligations obligations;
    private final AsOfResolver times;

    StreamController(Audience audience, Obligations obligations, AsOfResolver times) {
        this.audience = audience;
        this.obligations = obligations;
        this.times = times;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Listen to a county",
            description =
                    "Server-sent events. «obligation» is one that changed, as it stands now, once however many records "
                            + "came together; «county» names the plans, or the county itself, that changed. An event's id "
                            + "is a position: a client that comes back with it in Last-Event-ID misses nothing; without it, it hears "
                            + "of what comes from now on. Comments every 15 seconds show that the line is alive. What only the passing of time changes "
                            + "is no event here; notices tell it.")
    @ApiResponse(
            responseCode = "200",
            description = "Lasts until the client leaves, half an hour at most",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Change.class)))
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "JURISDICTION_UNKNOWN", "LISTENERS_EXHAUSTED"})
    ResponseEntity<SseEmitter> followChanges(
            @Parameter(description = "A jurisdiction's code", example = "610926") @RequestParam String jurisdiction,
            @Parameter(description = "The position of the last event that was heard", example = "120")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Min(-1)
                    @Nullable
                    Long lastEventId) {
        var now = times.resolve(AsOfQuery.NOW, jurisdiction);
        var county = obligations.jurisdiction(jurisdiction, now);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(audience.admit(county.code(), lastEventId == null ? now.position() : lastEventId));
    }
}
