package gongkai.standalone.sample;

import static gongkai.standalone.sample.SampleImport.JURISDICTION;

import gongkai.time.HolidayArrangement;
import gongkai.time.StateCouncilNotices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.http.MediaType;

/** What the county's office does: answers, the register, notices, a corrected table, and a bulletin each month. */
record Office(Script script) {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final String OLD_NAME = "610926-D08,县环保局,DEPARTMENT,环保局";
    private static final String NEW_NAME = "610926-D08,县生态环境分局,DEPARTMENT,县环保局;环保局";
    private static final String AGENCY = "610926-A01,县演示服务中心,AGENCY,\n";
    private static final String MERGED = "610926-D23,县招商局,DEPARTMENT,招商局";

    void write() {
        answers();
        register();
        notices();
        corrected();
        bulletins();
    }

    private void answers() {
        Map<String, Object> issued = Script.basis("以县政府办印发日期为准");
        issued.put("issuedOn", "2019-03-12");
        script.on(
                LocalDate.parse("2019-03-19"), county -> county.post("/api/plans/610926-2019/clarifications", issued));
        script.clarify(
                "610926-2019-30",
                "由自然资源、住建两局负责",
                Map.of("units", List.of("610926-D07", "610926-D09")),
                LocalDate.parse("2019-04-23"));
        script.clarify(
                "610926-2019-30",
                "更正：由住建、水利两局负责",
                Map.of("units", List.of("610926-D09", "610926-D11")),
                LocalDate.parse("2019-06-04"));
        script.clarify(
                "610926-2019-28",
                "招标投标由发改、住建两局负责，财政局不再列入",
                Map.of("units", List.of("610926-D02", "610926-D09")),
                LocalDate.parse("2019-05-14"));
        script.clarify(
                "610926-2019-09", "按不少于1次计", Map.of("finding", "QUOTA_TO_CONFIRM"), LocalDate.parse("2019-04-16"));
    }

    /** A renaming, a new agency that is closed again, and a merger in between. */
    private void register() {
        String renamed = units().replace(OLD_NAME, NEW_NAME);
        replace(renamed + AGENCY, "2019-06-11");
        Map<String, Object> merger = Script.basis("机构改革");
        merger.put("into", "610926-D14");
        merger.put("effectiveOn", "2019-09-03");
        script.on(
                LocalDate.parse("2019-09-03"),
                county -> county.post(JURISDICTION + "/units/610926-D23/mergers", merger));
        replace(renamed.replace(MERGED + "\n", ""), "2019-10-08");
    }

    private void replace(String csv, String effectiveOn) {
        script.on(
                LocalDate.parse(effectiveOn),
                county -> county.put("/units?effectiveOn=" + effectiveOn, CSV, csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** On the day of each notice, as the schedule would adopt it within a minute. */
    private void notices() {
        for (HolidayArrangement it : StateCouncilNotices.issuedBy(Demo.END.toLocalDate())) {
            if (it.issuedOn().isAfter(Demo.BEGIN.toLocalDate())) {
                Map<String, Object> body = Map.of(
                        "notice", it.notice(),
                        "issuedOn", it.issuedOn().toString(),
                        "holidays", days(it.holidays()),
                        "workdays", days(it.workdays()));
                script.on(
                        it.issuedOn(),
                        county -> county.put("/calendars/" + it.year(), MediaType.APPLICATION_JSON, body));
            }
        }
    }

    private static List<String> days(Iterable<LocalDate> days) {
        TreeSet<LocalDate> ordered = new TreeSet<>();
        days.forEach(ordered::add);
        return ordered.stream().map(LocalDate::toString).toList();
    }

    /** The office takes the exported table, words one cell anew, and imports it again. */
    private void corrected() {
        script.on(LocalDate.parse("2019-07-09"), county -> {
            String before = county.exportedTable();
            String after = before.replace("群众满意度高", "群众满意度高，每季度公布办件情况");
            if (after.equals(before)) {
                throw new IllegalStateException("the exported table has no cell about 群众满意度");
            }
            county.upload("更正后的任务分解表（演示）.csv", after, SampleImport.title(Demo.MARK));
        });
    }

    /** Early in the next month; June is issued a second time. */
    private void bulletins() {
        for (YearMonth month = YearMonth.of(2019, 4); month.getMonthValue() <= 11; month = month.plusMonths(1)) {
            issue(
                    month,
                    month.getMonthValue() + "月份通报",
                    Days.from(month.plusMonths(1).atDay(2)));
        }
        issue(YearMonth.of(2019, 6), "6月份通报（更正：补录1项）", LocalDate.parse("2019-07-12"));
    }

    private void issue(YearMonth month, String reason, LocalDate day) {
        Map<String, Object> body = Script.basis(reason);
        body.put("month", month.toString());
        script.at(day.atTime(16, 30), county -> county.post(JURISDICTION + "/bulletins", body));
    }

    private static String units() {
        try {
            return SampleImport.file("units.csv").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
