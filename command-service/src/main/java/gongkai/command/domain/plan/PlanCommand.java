package gongkai.command.domain.plan;

import gongkai.command.domain.Command;
import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.FindingCode;
import gongkai.event.Identifier;
import gongkai.event.Rule;
import gongkai.event.SourceDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be asked of a plan's stream. */
public sealed interface PlanCommand extends Command {

    /** @param basis why a corrected document takes the place of an earlier one; empty: it must not */
    record ImportPlan(PlanReading reading, SourceDocument document, Optional<Basis> basis, Instant now)
            implements PlanCommand {

        @Override
        public String subject() {
            return reading.plan();
        }
    }

    /**
     * A person's answer to what a row leaves open.
     *
     * @param units who takes part; empty: as before
     * @param rules what is demanded; empty: as before
     * @param finding the question that it settles beyond those
     */
    record ClarifyTask(
            String task,
            Optional<List<Assignment>> units,
            Optional<List<Rule>> rules,
            Optional<FindingCode> finding,
            Basis basis,
            Instant now)
            implements PlanCommand {

        @Override
        public String subject() {
            return Identifier.planOf(task);
        }
    }

    /** A person's answer to a question about the document as a whole. */
    record ClarifyPlan(
            String plan, Optional<LocalDate> issuedOn, Optional<FindingCode> finding, Basis basis, Instant now)
            implements PlanCommand {

        @Override
        public String subject() {
            return plan;
        }
    }
}
