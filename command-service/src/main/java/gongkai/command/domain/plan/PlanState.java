package gongkai.command.domain.plan;

/** What a plan's stream has come to. */
public sealed interface PlanState {

    record Absent() implements PlanState {}

    /** @param sha256 of the document that the plan was read from */
    record Imported(String sha256) implements PlanState {}
}
