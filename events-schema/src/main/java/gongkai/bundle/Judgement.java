package gongkai.bundle;

import gongkai.event.Role;
import gongkai.event.TaskText;
import gongkai.status.AsOf;
import gongkai.status.Breach;
import gongkai.status.ObligationFacts;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How an obligation is said to stand, and why.
 *
 * @param row the table's row, from 1
 * @param timeLimit 完成时限 as it stands in the table
 * @param dueOn the last day that is in time, Asia/Shanghai; none for ongoing duties
 * @param dueAt the last moment, for limits in hours
 * @param evidence the ids of all that counts
 * @param positions of the events that were known
 */
record Judgement(
        String obligation,
        int row,
        String category,
        String content,
        String timeLimit,
        String unit,
        String unitName,
        Role role,
        Status status,
        Optional<LocalDate> dueOn,
        Optional<OffsetDateTime> dueAt,
        List<Spell> breaches,
        List<DueInstance> occurrences,
        List<String> evidence,
        List<Long> positions) {

    /** A breach 逾期. */
    record Spell(String occurrence, LocalDate dueOn, OffsetDateTime beganAt, Optional<OffsetDateTime> curedAt) {

        private static Spell of(Breach it) {
            return new Spell(
                    it.occurrence(),
                    it.due().on(),
                    ChinaTime.at(it.beganAt()),
                    it.curedAt().map(ChinaTime::at));
        }
    }

    static Judgement of(ObligationFacts facts, StatusRule rule, AsOf asOf) {
        var standing = facts.at(asOf);
        var due = rule.dueOf(facts, asOf);
        return new Judgement(
                facts.assigned().obligation(),
                standing.row(),
                TaskText.oneLine(standing.text().category()),
                standing.text().content(),
                TaskText.oneLine(standing.text().timeLimit()),
                standing.assignment().unit(),
                standing.assignment().name(),
                standing.assignment().role(),
                rule.statusOf(facts, asOf),
                due.map(DueDate::on),
                due.flatMap(DueDate::at).map(ChinaTime::at),
                rule.breachesOf(facts, asOf).stream().map(Spell::of).toList(),
                DueInstance.of(facts, rule, asOf),
                standing.evidenceIds(),
                facts.knownAt(asOf.known()).history().stream()
                        .map(it -> it.position())
                        .toList());
    }
}
