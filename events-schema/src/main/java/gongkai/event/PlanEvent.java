package gongkai.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The facts of one year's task table. */
public sealed interface PlanEvent extends Event {

    /**
     * The table was taken in.
     *
     * @param issuedOn 印发日期; absent when the document does not state it and nobody gave it
     * @param findings questions about the document as a whole
     */
    record PlanImported(
            String plan,
            Integer year,
            String title,
            Optional<LocalDate> issuedOn,
            SourceDocument document,
            List<Finding> findings,
            Instant occurredAt)
            implements PlanEvent {}

    /** One row of the table, to the character, with the reading of its cells. */
    record TaskDefined(
            String task,
            Integer row,
            TaskText text,
            List<Assignment> assignments,
            List<Rule> rules,
            List<Finding> findings,
            Instant occurredAt)
            implements PlanEvent {}
}
