package gongkai.standalone.sample;

import java.time.LocalDate;
import java.util.List;

/** Rows 4 and 5, “4月底前”: most are in time; some late, recorded late, extended, returned or retracted; two never come. */
record Introductions(Script script, Cast cast, Days days) {

    void write() {
        List<Owed> units = cast.shuffled(4, 5);
        for (int lot = 0; lot < units.size(); lot++) {
            write(lot, units.get(lot));
        }
    }

    private void write(int lot, Owed it) {
        switch (lot) {
            case 0, 1 -> {}
            case 2, 3, 4, 5 -> {
                LocalDate day = days.between("2019-05-07", "2019-05-31");
                publish(it, day, day);
            }
            case 6, 7, 8 -> publish(it, LocalDate.parse("2019-04-27").plusDays(lot - 6), LocalDate.parse("2019-05-07"));
            case 9 -> {
                script.extend(it, "2019-05-31", "办公地址搬迁，信息待核", LocalDate.parse("2019-04-26"));
                publish(it, LocalDate.parse("2019-05-24"), LocalDate.parse("2019-05-24"));
            }
            case 10, 11 -> {
                LocalDate again = LocalDate.parse(lot == 10 ? "2019-05-10" : "2019-04-30");
                publish(it, LocalDate.parse("2019-04-19"), LocalDate.parse("2019-04-19"));
                script.review(it, "RETURNED", "缺少办公电话，退回补充", LocalDate.parse("2019-04-23"));
                publish(it, again, again);
                script.review(it, "ACCEPTED", "要素齐全", LocalDate.parse("2019-05-14"));
            }
            case 12 -> {
                String withdrawn = publish(it, LocalDate.parse("2019-04-23"), LocalDate.parse("2019-04-23"));
                script.retract(withdrawn, "误发内部通讯录", LocalDate.parse("2019-06-04"));
                publish(it, LocalDate.parse("2019-06-11"), LocalDate.parse("2019-06-11"));
            }
            default -> inTime(lot, it);
        }
    }

    private void inTime(int lot, Owed it) {
        LocalDate day = days.between("2019-04-02", "2019-04-30");
        script.acknowledge(it, days.between("2019-03-19", "2019-03-29"));
        String publication = publish(it, days.shortlyBefore(day, 1), day);
        if (lot % 3 == 0) {
            script.interpret(publication, "IMAGE", "一图读懂" + it.unitName(), day);
        }
        if (lot % 2 == 0) {
            script.review(it, "ACCEPTED", "要素齐全", Days.from(day.plusDays(3)));
        }
        if (lot % 4 == 0) {
            script.close(it, Days.from(day.plusDays(8)));
        }
    }

    private String publish(Owed it, LocalDate published, LocalDate recorded) {
        return script.publish(it, recorded, Paper.of(it, "2019年" + it.category(), published));
    }
}
