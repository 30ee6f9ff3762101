package gongkai.command.domain.obligation;

import gongkai.status.ObligationFacts;

/** What an obligation's stream has come to. */
public sealed interface ObligationState {

    record Unassigned() implements ObligationState {}

    record Assigned(ObligationFacts facts) implements ObligationState {}
}
