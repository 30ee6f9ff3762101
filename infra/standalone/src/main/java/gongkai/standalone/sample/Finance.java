package gongkai.standalone.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;

/** Rows 6 and 15 to 23: figures that are due month by month and quarter by quarter, and a budget with a law above it. */
record Finance(Script script, Cast cast, Days days) {

    void write() {
        monthly(21, "财政收支增减变化情况");
        monthly(22, "财政收入走势预判");
        monthly(23, "财政收支信息");
        statistics();
        approved(15, "2019-03-19T15:00", "2019-04-02T10:00", "2019年度县级预算");
        approved(16, "2019-08-27T15:00", "2019-09-24T10:00", "2018年度县级决算");
    }

    /** August of row 21 comes late; June of row 22 comes in time and is recorded late 补录. */
    private void monthly(int row, String what) {
        Owed it = cast.ofRow(row);
        script.clarify(
                it.task(),
                "每月一次，自4月起，当月完成",
                Rules.only(Rules.rule("PUBLICATION", 1, Rules.every("每月公开一次", "MONTH", "2019-04-01"))),
                LocalDate.parse("2019-04-09"));
        for (YearMonth month = YearMonth.of(2019, 4); month.getMonthValue() <= 11; month = month.plusMonths(1)) {
            LocalDate day = days.between(month.atDay(16), month.atDay(27));
            Paper paper = Paper.of(it, month.getMonthValue() + "月" + what, day);
            if (row == 21 && month.getMonthValue() == 8) {
                LocalDate late = LocalDate.parse("2019-09-06");
                script.publish(it, late, Paper.of(it, "8月" + what, late).madeFor("2019-08"));
            } else if (row == 22 && month.getMonthValue() == 6) {
                script.publish(it, LocalDate.parse("2019-07-05"), paper);
            } else {
                script.publish(it, day, paper);
            }
        }
    }

    /** Two analyses a quarter; the fourth has one so far. */
    private void statistics() {
        Owed it = cast.ofRow(6);
        script.clarify(
                it.task(),
                "每季度不少于2篇统计分析",
                Rules.only(Rules.rule("PUBLICATION", 2, Rules.every("每季度2篇", "QUARTER", "2019-04-01"))),
                LocalDate.parse("2019-04-12"));
        for (String day : new String[] {"2019-05-14", "2019-06-14", "2019-08-09", "2019-09-20", "2019-11-15"}) {
            script.publish(it, LocalDate.parse(day), Paper.of(it, "统计分析", LocalDate.parse(day)));
        }
    }

    private void approved(int row, String approved, String shown, String what) {
        String caseId = script.accept(cast.ofRow(row), what + "获批准", "批准", LocalDateTime.parse(approved));
        script.respond(caseId, what + "公开", LocalDateTime.parse(shown));
    }
}
