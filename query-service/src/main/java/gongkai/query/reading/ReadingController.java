package gongkai.query.reading;

import gongkai.http.Refuses;
import gongkai.query.reading.ReadingRoom.Readings;
import gongkai.query.reading.ReadingRoom.Verification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/jurisdictions/{code}/readings", produces = "application/json")
@Tag(name = "Reading 查阅记录", description = "Reads that are themselves on record")
class ReadingController {

    private final ReadingRoom room;

    ReadingController(ReadingRoom room) {
        this.room = room;
    }

    @GetMapping
    @Operation(
            summary = "List readings",
            description =
                    "Each evidence bundle, export, bulletin, trail, difference and answer about a named moment that was handed "
                            + "out, the newest first: who, when, which question, what it resolved to, and the hash of the very "
                            + "bytes. It is on record before it is sent. Pages count like the API.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "JURISDICTION_UNKNOWN"})
    Readings listReadings(@PathVariable String code, @Valid @ParameterObject @ModelAttribute ReadingFilter filter) {
        return room.list(code, filter);
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Verify the readings",
            description =
                    "Reads the county's whole chain again and recomputes each hash; names the first reading that was changed, put "
                            + "in or taken out. Whoever can write the whole database could chain it anew: compare with a "
                            + "«head» that you kept.")
    @Refuses({"REQUEST_MALFORMED", "JURISDICTION_UNKNOWN"})
    Verification verifyReadings(@PathVariable String code) {
        return room.verify(code);
    }
}
