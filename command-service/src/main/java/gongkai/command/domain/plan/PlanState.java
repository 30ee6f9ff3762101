package gongkai.command.domain.plan;

import gongkai.status.PlanFacts;

/** What a plan's stream has come to. */
public sealed interface PlanState {

    record Absent() implements PlanState {}

    record Imported(PlanFacts facts) implements PlanState {}
}
