package gongkai.http.calendar;

import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.DayReason;
import gongkai.time.Explanation;
import gongkai.time.Explanation.CountedDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** When a limit ends, and every day on the way there. */
public record DueAnswer(
        String from,
        int amount,
        CountingUnit unit,

        @Schema(description = "The day whose notices were used")
        LocalDate on,

        LocalDate dueOn,
        Optional<OffsetDateTime> dueAt,

        @Schema(description = "Whether a notice still to come may move it")
        boolean provisional,

        @Schema(description = "The days after the start, up to the last; none for months and hours")
        List<DayAnswer> days,

        @Schema(description = "The notices that made one of the days what it is")
        List<String> notices) {

    /** One day of the count. */
    public record DayAnswer(LocalDate on, boolean counted, DayReason reason, Optional<String> notice, int count) {

        public static DayAnswer of(CountedDay it) {
            return new DayAnswer(it.on(), it.counted(), it.reason(), it.notice(), it.count());
        }
    }

    static DueAnswer of(String from, LocalDate on, Explanation it) {
        return new DueAnswer(
                from,
                it.amount(),
                it.unit(),
                on,
                it.due().on(),
                it.due().at().map(ChinaTime::at),
                it.due().provisional(),
                it.days().stream().map(DayAnswer::of).toList(),
                it.days().stream()
                        .flatMap(day -> day.notice().stream())
                        .distinct()
                        .toList());
    }
}
