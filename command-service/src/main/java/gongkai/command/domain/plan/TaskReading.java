package gongkai.command.domain.plan;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.Rule;
import gongkai.event.TableColumn;
import gongkai.event.TaskText;
import java.util.List;

/**
 * What a careful reader makes of one row of the table.
 *
 * @param continued the columns in which the document merges the row with the one above it
 */
public record TaskReading(
        int row,
        TaskText text,
        List<Assignment> assignments,
        List<Rule> rules,
        List<Finding> findings,
        List<TableColumn> continued) {}
