package gongkai.bundle;

import gongkai.event.UnitEntry;
import gongkai.status.JurisdictionFacts;
import gongkai.time.ChinaTime;
import gongkai.time.HolidayArrangement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * By what was judged: the unit register on the day that is asked about, and the holiday notices, each year's newest, as
 * they were known.
 */
record Register(String ledger, String name, LocalDate on, List<UnitEntry> units, List<Notice> calendar) {

    record Notice(int year, String notice, LocalDate issuedOn, List<LocalDate> holidays, List<LocalDate> workdays) {

        private static Notice of(HolidayArrangement it) {
            return new Notice(
                    it.year(),
                    it.notice(),
                    it.issuedOn(),
                    it.holidays().stream().sorted().toList(),
                    it.workdays().stream().sorted().toList());
        }
    }

    static Register of(JurisdictionFacts facts, Question question) {
        var day = ChinaTime.dateOf(question.at());
        return new Register(
                facts.code(),
                facts.name(),
                day,
                List.copyOf(facts.register().unitsOn(day).values()),
                facts.calendar().arrangements().values().stream()
                        .map(Notice::of)
                        .sorted(Comparator.comparingInt(Notice::year))
                        .toList());
    }
}
