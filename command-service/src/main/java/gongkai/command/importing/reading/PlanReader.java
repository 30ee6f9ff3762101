package gongkai.command.importing.reading;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanReading;
import gongkai.command.importing.rows.SourceTable;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.Identifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a county's table as its year's plan. */
public final class PlanReader {

    private static final Pattern YEAR = Pattern.compile("(20\\d{2})\\s*年");

    private final String jurisdiction;
    private final UnitDirectory units;

    public PlanReader(String jurisdiction, UnitDirectory units) {
        this.jurisdiction = jurisdiction;
        this.units = units;
    }

    /**
     * @param year that the importing person says the plan is for
     * @param title instead of the one that stands above the table
     * @throws gongkai.command.domain.Rejected when the title names another year
     */
    public PlanReading read(SourceTable table, int year, Optional<LocalDate> issuedOn, Optional<String> title) {
        var heading = title.orElseGet(() -> titleOf(table));
        checkYear(heading, year);
        return new PlanReading(
                Identifier.plan(jurisdiction, year),
                year,
                heading,
                issuedOn,
                new TaskReader(units, year, issuedOn).read(table.rows()),
                issuedOn.isPresent() ? List.of() : List.of(issueDateMissing()));
    }

    /** The last line above the table that names a year, else the last line. */
    private static String titleOf(SourceTable table) {
        var lines = table.heading();
        return lines.stream()
                .filter(line -> YEAR.matcher(line).find())
                .reduce((_, last) -> last)
                .or(() -> lines.stream().reduce((_, last) -> last))
                .map(String::strip)
                .orElse("");
    }

    private static void checkYear(String title, int year) {
        var named = YEAR.matcher(title);
        if (named.find() && Integer.parseInt(named.group(1)) != year) {
            throw Rejection.YEAR_CONTRADICTS_TITLE.because(
                    "The field «year» says %d, but the title above the table reads «%s». Send year=%s, or the table of %d."
                            .formatted(year, title, named.group(1), year));
        }
    }

    private static Finding issueDateMissing() {
        return Findings.of(
                FindingCode.ISSUE_DATE_MISSING, "标题", "文件没有载明印发日期。", "请在导入时填写 issuedOn（印发日期），或在答复中给出；在此之前按最早的单位目录展开。");
    }
}
