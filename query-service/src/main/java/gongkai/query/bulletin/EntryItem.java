package gongkai.query.bulletin;

import gongkai.event.Role;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.bulletin.figure.Entry;
import gongkai.query.bulletin.figure.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One thing that a figure counts, with the events that it follows from. */
public record EntryItem(
        String obligation,
        Role role,

        @Schema(description = "Which due instance; absent when the obligation as a whole is meant")
        Optional<String> occurrence,

        Optional<LocalDate> dueOn,

        @Schema(description = "From the first late day to the cure, or to the moment asked about")
        int workingDaysLate,

        @Schema(description = "Of what is late: OWN, or QUESTION when it was answered only after the end had passed")
        Optional<Fault> fault,

        @Schema(description = "The statute's article, under statutory only")
        Optional<String> article,

        @Schema(description = "The obligation with its evidence, as of the bulletin")
        String url,

        @Schema(description = "Positions of the events that it follows from; the obligation's trail shows each")
        List<Long> positions) {

    static EntryItem of(Entry it, AnsweredAsOf asOf) {
        return new EntryItem(
                it.obligation(),
                it.role(),
                it.occurrence(),
                it.dueOn(),
                it.workingDaysLate(),
                it.fault(),
                it.article(),
                url(it, asOf),
                it.positions());
    }

    static String url(Entry it, AnsweredAsOf asOf) {
        return "/api/obligations/%s?at=%s&known=position:%d"
                .formatted(it.obligation(), asOf.at().toInstant(), asOf.position());
    }
}
