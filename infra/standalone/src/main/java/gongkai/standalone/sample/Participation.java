package gongkai.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Rows 9 to 11: enquiries and open days by the end of October, students in offices in the holidays. */
record Participation(Script script, Cast cast, Days days) {

    void write() {
        List<Owed> units = cast.shuffled(9, 10);
        for (int lot = 0; lot < units.size(); lot++) {
            write(lot, units.get(lot));
        }
        students();
    }

    private void write(int lot, Owed it) {
        switch (lot) {
            case 0, 1, 2 -> {}
            case 3 -> script.waive(it, "汛期受灾，今年不再举办", LocalDate.parse("2019-08-13"));
            case 4 -> script.extend(it, "2019-12-31", "与年度听证会合并举办", LocalDate.parse("2019-10-25"));
            case 5 -> script.extend(it, "2019-12-20", "系统改版，征集栏目暂停", LocalDate.parse("2019-10-29"));
            case 6, 7, 8, 9 -> publish(it, days.between("2019-11-05", "2019-12-10"), 0);
            case 10, 11 -> publish(it, LocalDate.parse("2019-11-05"), lot - 3);
            default -> inTime(lot, it);
        }
    }

    private void inTime(int lot, Owed it) {
        LocalDate day = days.between("2019-05-14", "2019-10-29");
        script.acknowledge(it, days.between("2019-04-02", "2019-04-26"));
        publish(it, day, 1);
        if (lot % 2 == 0) {
            script.review(it, "ACCEPTED", "活动属实", Days.from(day.plusDays(4)));
            script.close(it, Days.from(day.plusDays(9)));
        }
    }

    private void publish(Owed it, LocalDate recorded, int daysEarlier) {
        String what = it.row() == 9 ? "意见征集结果公告" : "“邀请公民代表走进政府”活动纪实";
        script.publish(it, recorded, Paper.of(it, what, recorded.minusDays(daysEarlier)));
    }

    /** The dates of the summer are given; those of the winter stay a question. */
    private void students() {
        Map<String, Object> summer = Map.of("kind", "WINDOW", "text", "暑假", "from", "2019-07-10", "to", "2019-08-31");
        Map<String, Object> winter = Map.of("kind", "WINDOW", "text", "寒假");
        script.clarify(
                "610926-2019-11",
                "暑假按校历；寒假校历未定",
                Rules.both(Rules.rule("ACTIVITY", 1, summer), Rules.rule("ACTIVITY", 1, winter)),
                LocalDate.parse("2019-06-18"));
        List<Owed> units = cast.shuffled(11);
        for (Owed it : units.subList(2, units.size())) {
            LocalDate day = days.between("2019-07-12", "2019-09-03");
            script.publish(it, day, Paper.of(it, "“大学生到政府机关见习”活动", day));
        }
    }
}
