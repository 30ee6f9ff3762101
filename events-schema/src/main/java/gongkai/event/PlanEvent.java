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

    /**
     * One row of the table, to the character, with the reading of its cells.
     *
     * @param continued the columns in which the row is merged with the one above it; absent where nobody noted it
     */
    record TaskDefined(
            String task,
            Integer row,
            TaskText text,
            List<Assignment> assignments,
            List<Rule> rules,
            List<Finding> findings,
            Optional<List<TableColumn>> continued,
            Instant occurredAt)
            implements PlanEvent {}

    /** A corrected table was accepted in place of the earlier one; the rows that differ follow as events of their own. */
    record PlanAmended(
            String plan,
            String title,
            Optional<LocalDate> issuedOn,
            SourceDocument document,
            List<Finding> findings,
            Basis basis,
            Instant occurredAt)
            implements PlanEvent {}

    /**
     * A person answered a question about the document as a whole.
     *
     * @param issuedOn as it stands after the answer
     */
    record PlanClarified(
            String plan, Optional<LocalDate> issuedOn, List<FindingCode> answered, Basis basis, Instant occurredAt)
            implements PlanEvent {}

    /**
     * A person answered what the reading of a row had left open, or answered anew.
     *
     * @param assignments who takes part from now on
     * @param released units that took part until now
     * @param rules in force from the beginning: an answer says what the words always meant
     * @param answered the questions that it settles
     */
    record TaskClarified(
            String task,
            List<Assignment> assignments,
            List<String> released,
            List<Rule> rules,
            List<FindingCode> answered,
            Basis basis,
            Instant occurredAt)
            implements PlanEvent {}

    /**
     * A row reads differently in the corrected table.
     *
     * @param released units that took part until now
     * @param continued the columns in which the row is merged with the one above it; absent where nobody noted it
     */
    record TaskAmended(
            String task,
            Integer row,
            TaskText text,
            List<Assignment> assignments,
            List<String> released,
            List<Rule> rules,
            List<Finding> findings,
            Optional<List<TableColumn>> continued,
            Basis basis,
            Instant occurredAt)
            implements PlanEvent {}

    /** The corrected table no longer has the row. */
    record TaskRemoved(String task, List<String> released, Basis basis, Instant occurredAt) implements PlanEvent {}
}
