package gongkai.query.desk.command;

import gongkai.event.Finding;
import gongkai.event.Role;
import gongkai.http.rule.RuleAnswer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A table as the command service read it; {@code position} is there once it is recorded. */
public record ReadPlan(
        String id,
        int year,
        String title,
        Optional<LocalDate> issuedOn,
        List<ReadTask> tasks,
        List<Finding> findings,
        Counts counts,
        List<Change> changes,
        Optional<Long> position) {

    /** A row, its cells beside what they were read as; {@code row} counts from 1. */
    public record ReadTask(
            String id,
            int row,
            Optional<String> section,
            String directory,
            String category,
            String content,
            String responsibility,
            List<ReadUnit> units,
            List<RuleAnswer> rules,
            List<Finding> findings) {}

    public record ReadUnit(String code, String name, Role role) {}

    public record Counts(int rows, int tasks, int obligations, int findings) {}

    /** How a row of a corrected table differs from the one that stands. */
    public record Change(String task, int row, Kind change, List<FieldChange> fields) {

        /** What becomes of the row. */
        public enum Kind {
            ADDED,
            AMENDED,
            REMOVED
        }
    }

    public record FieldChange(String field, String before, String after) {}
}
