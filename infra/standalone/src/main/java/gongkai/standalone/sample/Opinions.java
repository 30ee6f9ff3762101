package gongkai.standalone.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Row 8: matters 舆情 are answered within five working days, where the State Council's office wants 48 hours. */
record Opinions(Script script, Cast cast, Days days) {
    private static final List<String> SUBJECTS =
            List.of("反映校车班次不足", "反映自来水浑浊", "咨询养老服务补贴", "反映道路积水", "反映食品小作坊卫生", "咨询义务教育招生");

    void write() {
        List<Owed> units = cast.shuffled(8);
        for (int lot = 0; lot < 10; lot++) {
            inTime(lot, units.get(lot));
        }
        answered(units.get(10), "2019-06-18T10:00", "2019-06-28T16:00");
        answered(units.get(11), "2019-09-03T10:00", "2019-09-12T16:00");
        accept(units.get(12), 12, "2019-12-13T10:00");
        accept(units.get(13), 13, "2019-12-02T10:00");
        accept(units.get(14), 14, "2019-12-16T08:10");
        String major = script.accept(units.get(15), "山体滑坡致道路中断", "重大突发事件舆情", LocalDateTime.parse("2019-07-23T11:00"));
        script.respond(major, "关于道路抢通情况的通报", LocalDateTime.parse("2019-07-24T09:30"));
    }

    /** Every second one within 48 hours as well. */
    private void inTime(int lot, Owed it) {
        LocalDate day = days.between("2019-04-09", "2019-11-22");
        LocalDateTime accepted = day.atTime(10, 0);
        String caseId = script.accept(it, subject(lot), "", accepted);
        script.respond(
                caseId,
                "关于" + subject(lot) + "的回复",
                day.plusDays(lot % 2 == 0 ? 1 : 4).atTime(16, 0));
    }

    private void answered(Owed it, String accepted, String responded) {
        String caseId = accept(it, it.row(), accepted);
        script.respond(caseId, "关于" + subject(it.row()) + "的回复", LocalDateTime.parse(responded));
    }

    private String accept(Owed it, int lot, String accepted) {
        return script.accept(it, subject(lot), "", LocalDateTime.parse(accepted));
    }

    private static String subject(int lot) {
        return SUBJECTS.get(lot % SUBJECTS.size());
    }
}
