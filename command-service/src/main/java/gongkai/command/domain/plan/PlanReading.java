package gongkai.command.domain.plan;

import gongkai.event.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a careful reader makes of the whole table, before anything of it is recorded. */
public record PlanReading(
        String plan,
        int year,
        String title,
        Optional<LocalDate> issuedOn,
        List<TaskReading> tasks,
        List<Finding> findings) {}
