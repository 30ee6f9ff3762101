package gongkai.command.domain.obligation;

import gongkai.command.domain.Decider;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.obligation.ObligationCommand.AcceptCase;
import gongkai.command.domain.obligation.ObligationCommand.AcknowledgeObligation;
import gongkai.command.domain.obligation.ObligationCommand.AmendObligation;
import gongkai.command.domain.obligation.ObligationCommand.AssignObligation;
import gongkai.command.domain.obligation.ObligationCommand.ClarifyObligation;
import gongkai.command.domain.obligation.ObligationCommand.CloseObligation;
import gongkai.command.domain.obligation.ObligationCommand.ExtendObligation;
import gongkai.command.domain.obligation.ObligationCommand.RecordInterpretation;
import gongkai.command.domain.obligation.ObligationCommand.RecordPublication;
import gongkai.command.domain.obligation.ObligationCommand.RecordResponse;
import gongkai.command.domain.obligation.ObligationCommand.RecountCases;
import gongkai.command.domain.obligation.ObligationCommand.RetractPublication;
import gongkai.command.domain.obligation.ObligationCommand.ReviewObligation;
import gongkai.command.domain.obligation.ObligationCommand.TransferObligation;
import gongkai.command.domain.obligation.ObligationCommand.WaiveObligation;
import gongkai.command.domain.obligation.ObligationCommand.WithdrawObligation;
import gongkai.command.domain.obligation.ObligationState.Assigned;
import gongkai.command.domain.obligation.ObligationState.Unassigned;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.status.ObligationFacts;
import java.util.List;

/** Decides about one obligation: its terms, the evidence under it, the cases that it must answer, and its supervision. */
public final class ObligationDecider implements Decider<ObligationCommand, ObligationState, ObligationEvent> {

    @Override
    public ObligationState initial() {
        return new Unassigned();
    }

    @Override
    public List<ObligationEvent> decide(ObligationState state, ObligationCommand command) {
        return switch (state) {
            case Unassigned _ -> decideUnassigned(command);
            case Assigned(var facts) -> decide(facts, command);
        };
    }

    private static List<ObligationEvent> decideUnassigned(ObligationCommand command) {
        return switch (command) {
            case AssignObligation it -> List.of(Terms.assigned(it));
            case ClarifyObligation it -> List.of(Terms.assigned(it.terms()));
            case AmendObligation it -> List.of(Terms.assigned(it.terms()));
            case WithdrawObligation _, RecountCases _, TransferObligation _ -> List.of();
            default ->
                throw Rejection.OBLIGATION_UNKNOWN.because("There is no obligation «" + command.subject()
                        + "»; the plan's page and GET /api/obligations list the ids.");
        };
    }

    private static List<ObligationEvent> decide(ObligationFacts facts, ObligationCommand command) {
        return switch (command) {
            case AssignObligation _ -> List.of();
            case ClarifyObligation it -> Terms.clarified(facts, it);
            case AmendObligation it -> Terms.amended(facts, it);
            case WithdrawObligation it -> Terms.withdrawn(facts, it);
            case TransferObligation it -> Terms.transferred(facts, it);
            case ExtendObligation it -> Terms.extended(facts, it);
            case WaiveObligation it -> Terms.waived(facts, it);
            case RecordPublication it -> Evidencing.publication(facts, it);
            case RetractPublication it -> Evidencing.retraction(facts, it);
            case RecordInterpretation it -> Evidencing.interpretation(facts, it);
            case AcceptCase it -> Cases.accepted(facts, it);
            case RecordResponse it -> Cases.response(facts, it);
            case RecountCases it -> Cases.recounted(facts, it);
            case AcknowledgeObligation it -> Supervision.acknowledged(facts, it);
            case ReviewObligation it -> Supervision.reviewed(facts, it);
            case CloseObligation it -> Supervision.closed(facts, it);
        };
    }

    @Override
    public ObligationState evolve(ObligationState state, ObligationEvent event) {
        return switch (state) {
            case Assigned(var facts) ->
                new Assigned(facts.with(event, facts.history().size()));
            case Unassigned _ -> {
                if (event instanceof ObligationAssigned it) {
                    yield new Assigned(ObligationFacts.of(it, 0));
                }
                throw new IllegalStateException("The stream does not begin with an assignment");
            }
        };
    }
}
