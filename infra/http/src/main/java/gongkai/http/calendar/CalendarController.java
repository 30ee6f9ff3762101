package gongkai.http.calendar;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.StateCouncilNotices;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendar 日历", description = "When a limit ends, and why")
public class CalendarController {

    /** Years of four digits; the day after the last that Java knows would be none. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final InstantSource clock;

    CalendarController(InstantSource clock) {
        this.clock = clock;
    }

    @GetMapping(path = "/api/calendar/due", produces = "application/json")
    @Operation(
            summary = "Count a limit",
            description =
                    "The last day of a limit that starts then, with every day that is counted or skipped. The day of "
                            + "the start is not counted; hours run from the instant. Working days are those of the State Council's "
                            + "notices that had been issued on the day given by on.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID"})
    DueAnswer countDue(
            @Parameter(description = "A day, or an instant with offset (needed for HOURS)", example = "2019-04-24")
                    @RequestParam
                    String from,
            @Parameter(example = "5") @RequestParam @Min(1) @Max(1000) int amount,
            @RequestParam(defaultValue = "WORKING_DAYS") CountingUnit unit,
            @Parameter(
                            description = "Which notices are known: those issued by then; left out: by today",
                            example = "2019-03-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate on) {
        var known = on == null ? ChinaTime.dateOf(clock.instant()) : on;
        var explanation = StateCouncilNotices.calendarOn(known).explain(startOf(from, unit), amount, unit);
        return DueAnswer.of(from, known, explanation);
    }

    private static Instant startOf(String from, CountingUnit unit) {
        return read(from, unit)
                .filter(it -> it.isAfter(FIRST) && it.isBefore(LAST))
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.FIELD_INVALID,
                        ("«from» is «%s»; send a day (2019-04-24) or an instant with its offset "
                                        + "(2019-04-24T10:00:00+08:00, which hours need).")
                                .formatted(from),
                        Map.of("field", "from")));
    }

    private static Optional<Instant> read(String from, CountingUnit unit) {
        try {
            if (from.contains("T")) {
                // A plus sign that was not escaped in an address arrives as a space.
                return Optional.of(OffsetDateTime.parse(from.replace(' ', '+')).toInstant());
            }
            return unit == CountingUnit.HOURS
                    ? Optional.empty()
                    : Optional.of(ChinaTime.startOf(LocalDate.parse(from)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
