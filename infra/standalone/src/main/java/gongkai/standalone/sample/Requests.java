package gongkai.standalone.sample;

import java.time.LocalDate;
import java.util.List;

/** Row 3, 依申请公开: the table says “适时”, the Regulation 15 working days until May 2019 and 20 since. */
record Requests(Script script, Cast cast, Days days) {

    void write() {
        List<Owed> units = cast.shuffled(3);
        answered(units.get(0), LocalDate.parse("2019-04-23"), 17);
        for (int lot = 1; lot < 5; lot++) {
            answered(units.get(lot), days.between("2019-06-04", "2019-10-25"), 14);
        }
        answered(units.get(5), LocalDate.parse("2019-07-02"), 42);
        received(units.get(6), LocalDate.parse("2019-11-01"));
        received(units.get(7), LocalDate.parse("2019-12-10"));
        for (int lot = 8; lot < 20; lot++) {
            Owed it = units.get(lot);
            LocalDate day =
                    lot < 14 ? days.between("2019-10-08", "2019-12-13") : days.between("2019-04-09", "2019-08-30");
            script.publish(it, day, Paper.of(it, "依申请公开指南（更新）", day));
        }
    }

    private void answered(Owed it, LocalDate day, int daysLater) {
        script.respond(
                received(it, day),
                "政府信息公开申请答复书（" + it.unitName() + "）",
                day.plusDays(daysLater).atTime(15, 0));
    }

    private String received(Owed it, LocalDate day) {
        return script.accept(it, "申请公开演示项目批复文件", "收到申请", day.atTime(10, 30));
    }
}
