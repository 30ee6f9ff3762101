package gongkai.standalone.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * Row 7: a document is published within three days of its printing, and explained in a picture or a film by the end of
 * October. Some explain late, one in words only, one publishes late, one has printed nothing.
 */
record Documents(Script script, Cast cast, Days days) {
    private static final LocalDate ANSWERED = LocalDate.parse("2019-04-19");

    void write() {
        script.clarify(
                "610926-2019-07",
                "按自然日计，由起草单位公开",
                Rules.both(
                        Rules.pictured(Rules.by("10月底前", "2019-10-31")),
                        Rules.rule("PUBLICATION", 1, Rules.after("在文件正式印制3日内", "文件正式印制", 3, "DAYS"))),
                ANSWERED);
        List<Owed> units = cast.shuffled(7);
        for (int lot = 0; lot < units.size(); lot++) {
            if (lot > 0) {
                write(lot, units.get(lot));
            }
        }
    }

    private void write(int lot, Owed it) {
        LocalDate day = days.between("2019-05-07", "2019-10-18");
        LocalDate printed = day.minusDays(lot == 1 ? 40 : lot == 2 ? 9 : 1 + lot % 3);
        if (lot % 2 == 0) {
            script.acknowledge(it, days.between("2019-04-23", "2019-04-30"));
        }
        String publication =
                script.publish(it, day, Paper.of(it, "关于印发演示方案的通知", day).formedOn(printed));
        String form = lot == 3 ? "TEXT" : lot % 2 == 0 ? "IMAGE" : "VIDEO";
        LocalDate explained = lot == 4 || lot == 5 || lot == 6
                ? days.between("2019-11-05", "2019-11-22")
                : days.between(day.plusDays(1), LocalDate.parse("2019-10-31"));
        script.interpret(publication, form, "解读：" + it.unitName() + "演示方案", explained);
        if (lot % 3 == 0) {
            script.review(it, "ACCEPTED", "公开与解读相互关联", Days.from(explained.plusDays(3)));
        }
    }
}
