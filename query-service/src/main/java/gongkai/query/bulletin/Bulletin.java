package gongkai.query.bulletin;

import gongkai.event.UnitKind;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.bulletin.figure.Figure;
import gongkai.status.Slip;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A month's bulletin 通报. Every figure of it lists what it is made of. */
public record Bulletin(
        @Schema(description = "The county's code") String code,
        @Schema(description = "The county's name") String name,
        @Schema(description = "2019-05") String month,

        @Schema(description = "Which issue it is; absent when it was only asked for")
        Optional<Issue> issue,

        @Schema(description = "The sums of all units") Totals totals,

        List<UnitFigures> units,
        Rankings ranking,

        @Schema(description = "Red first") List<SlipItem> slips,

        AnsweredAsOf asOf) {

    /** The county's sums: «due» is done + cured + late + pending. */
    public record Totals(int due, Map<Figure, Integer> figures, int ownLate, int blockedLate, int statutoryLate) {}

    /** One unit's figures. */
    public record UnitFigures(
            String code,
            String name,

            @Schema(description = "Absent for a unit that has left the register")
            Optional<UnitKind> kind,

            @Schema(description = "应办, what fell due in the month: done + cured + late + pending")
            Counted due,

            @Schema(description = "Each figure, also with none")
            Map<Figure, Counted> figures,

            @Schema(description = "Late and not done by the unit's own fault")
            Counted ownLate,

            @Schema(description = "Late and not done, where the question was still open when the end passed")
            Counted blockedLate,

            @Schema(
                    description =
                            "The second lamp: the same figures under the statutes above the plan, which change nothing above")
            Map<Figure, Counted> statutory,

            @Schema(description = "Late and not done under the statutes")
            Counted statutoryLate) {}

    /** A number and what it is made of. */
    public record Counted(int count, List<EntryItem> of) {}

    /** Who stands where, those who lead and those who cooperate apart. */
    public record Rankings(List<PlaceItem> lead, List<PlaceItem> cooperating) {}

    /** A unit's place; equal units share one. */
    public record PlaceItem(
            int place,
            String unit,
            String name,
            int due,
            int done,
            int cured,

            @Schema(description = "Late and not done by the unit's own fault, from earlier months too")
            int ownLate,

            @Schema(
                    description =
                            "Late and not done, where the question was still open when the end passed; it does not weigh")
            int blockedLate,

            @Schema(description = "Obligations with a rule that waits for an answer; they do not weigh")
            int blocked) {}

    /** 督办单. */
    public record SlipItem(
            Slip slip,
            String unit,
            String name,
            String obligation,
            String occurrence,
            LocalDate dueOn,
            int workingDaysLate,
            String url) {}
}
