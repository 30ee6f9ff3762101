package gongkai.query.deadline;

import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.TaskText;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.AsOf;
import gongkai.status.Known;
import gongkai.status.Occurrence;
import gongkai.time.DueDate;
import java.util.stream.Stream;

/**
 * One due instance, as an entry of a calendar.
 *
 * @param uid the same for ever
 * @param sequence how often the terms behind it have changed
 * @param position the newest record of its obligation
 */
record Deadline(String uid, String summary, String description, DueDate due, int sequence, long position) {

    /** Duties without an end have no entry. */
    static Stream<Deadline> of(Judged it, AsOf asOf) {
        return it.rule().occurrencesOf(it.facts(), asOf).stream().map(occurrence -> of(it, occurrence, asOf));
    }

    private static Deadline of(Judged it, Occurrence occurrence, AsOf asOf) {
        var standing = it.facts().at(asOf);
        var text = standing.text();
        var known = it.facts().knownAt(asOf.known()).history();
        return new Deadline(
                it.facts().assigned().obligation() + "/" + occurrence.id() + "@gongkai",
                (occurrence.isOpen() ? "" : "✓ ") + TaskText.oneLine(text.category()) + "：" + text.content(),
                "%s\n责任单位：%s\n完成时限：%s"
                        .formatted(
                                it.facts().assigned().obligation(),
                                standing.assignment().name(),
                                TaskText.oneLine(text.timeLimit())),
                occurrence.due(),
                (int) known.stream()
                        .map(Known::fact)
                        .filter(Deadline::changesTerms)
                        .count(),
                known.getLast().position());
    }

    private static boolean changesTerms(ObligationEvent it) {
        return it instanceof ObligationExtended
                || it instanceof CaseDueMoved
                || it instanceof ObligationAmended
                || it instanceof ObligationClarified;
    }
}
