package gongkai.query.notice;

import gongkai.http.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/notices", produces = "application/json")
@Tag(name = "Notice 通知", description = "What units are told: once each, in the order of issue")
class NoticeController {

    private final NoticeStore notices;

    NoticeController(NoticeStore notices) {
        this.notices = notices;
    }

    @GetMapping
    @Operation(
            summary = "Catch up on notices",
            description =
                    "In the order of issue. Send «next» as «after» to go on where you were; an empty list says that "
                            + "there is nothing newer. A notice that no longer holds is taken back by a later one (withdraws).")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID"})
    NoticePage listNotices(
            @Parameter(description = "The last number that you have; 0: from the beginning", example = "120")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    long after,
            @Parameter(description = "A jurisdiction's code", example = "610926")
                    @RequestParam(required = false)
                    @Size(max = 20)
                    @Nullable
                    String jurisdiction,
            @Parameter(description = "A unit's code", example = "610926-T03")
                    @RequestParam(required = false)
                    @Size(max = 20)
                    @Nullable
                    String unit,
            @Parameter(description = "At most so many, 100 unless told")
                    @RequestParam(defaultValue = "100")
                    @Min(1)
                    @Max(500)
                    int limit) {
        var items = notices.after(after, jurisdiction, unit, limit);
        return new NoticePage(items, items.isEmpty() ? after : items.getLast().number());
    }

    record NoticePage(
            List<NumberedNotice> items,

            @Schema(description = "Send it as after, now or when there may be more")
            long next) {}
}
