package gongkai.command.domain.plan;

import gongkai.event.Assignment;
import gongkai.event.Finding;
import gongkai.event.Rule;
import gongkai.event.TaskText;
import java.util.List;

/** What a careful reader makes of one row of the table. */
public record TaskReading(
        int row, TaskText text, List<Assignment> assignments, List<Rule> rules, List<Finding> findings) {}
