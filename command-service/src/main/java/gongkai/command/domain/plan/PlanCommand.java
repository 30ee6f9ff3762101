package gongkai.command.domain.plan;

import gongkai.command.domain.Command;
import gongkai.event.SourceDocument;
import java.time.Instant;

/** What can be asked of a plan's stream. */
public sealed interface PlanCommand extends Command {

    record ImportPlan(PlanReading reading, SourceDocument document, Instant now) implements PlanCommand {

        @Override
        public String subject() {
            return reading.plan();
        }
    }
}
