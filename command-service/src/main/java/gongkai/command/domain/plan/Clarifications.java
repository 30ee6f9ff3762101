package gongkai.command.domain.plan;

import gongkai.command.domain.Rejection;
import gongkai.command.domain.plan.PlanCommand.ClarifyPlan;
import gongkai.command.domain.plan.PlanCommand.ClarifyTask;
import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.status.PlanFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's answers to open questions; a later answer takes the place of an earlier one. */
final class Clarifications {

    private Clarifications() {}

    static List<PlanEvent> task(PlanFacts plan, ClarifyTask it) {
        var task = plan.task(it.task())
                .orElseThrow(
                        () -> Rejection.TASK_UNKNOWN.because("The plan %s has no task «%s»; its tasks are %s to %s."
                                .formatted(
                                        plan.plan(),
                                        it.task(),
                                        plan.tasks().getFirst().id(),
                                        plan.tasks().getLast().id())));
        if (it.units().isEmpty() && it.rules().isEmpty() && it.finding().isEmpty()) {
            throw Rejection.CLARIFICATION_EMPTY.because(
                    "A clarification answers something: send «units», «rules», or the code of the «finding» that it settles.");
        }
        requireAsked(it.finding(), task.findings(), it.task());
        var units = it.units().orElse(task.assignments());
        var answered = Stream.of(
                        it.finding().stream(),
                        it.units().stream().flatMap(_ -> codes(task.findings(), FindingCode.Topic.UNITS)),
                        it.rules().stream().flatMap(_ -> codes(task.findings(), FindingCode.Topic.RULES)))
                .flatMap(code -> code)
                .distinct()
                .toList();
        return List.of(new TaskClarified(
                task.id(),
                units,
                task.releasedBy(units),
                it.rules().orElse(task.rules()),
                answered,
                it.basis(),
                it.now()));
    }

    static List<PlanEvent> plan(PlanFacts plan, ClarifyPlan it) {
        if (it.issuedOn().isEmpty() && it.finding().isEmpty()) {
            throw Rejection.CLARIFICATION_EMPTY.because(
                    "A clarification answers something: send «issuedOn», or the code of the «finding» that it settles.");
        }
        requireAsked(it.finding(), plan.findings(), plan.plan());
        var answered = Stream.concat(
                        it.finding().stream(), it.issuedOn().stream().map(_ -> FindingCode.ISSUE_DATE_MISSING))
                .distinct()
                .toList();
        return List.of(
                new PlanClarified(plan.plan(), it.issuedOn().or(plan::issuedOn), answered, it.basis(), it.now()));
    }

    private static Stream<FindingCode> codes(List<Finding> findings, FindingCode.Topic topic) {
        return findings.stream().map(Finding::code).filter(code -> code.topic() == topic);
    }

    private static void requireAsked(Optional<FindingCode> answered, List<Finding> asked, String where) {
        answered.filter(code -> asked.stream().noneMatch(it -> it.code() == code))
                .ifPresent(code -> {
                    throw Rejection.FINDING_UNKNOWN.because("«%s» has no finding %s; it has: %s."
                            .formatted(
                                    where,
                                    code,
                                    asked.isEmpty()
                                            ? "none"
                                            : asked.stream()
                                                    .map(it -> it.code().name())
                                                    .distinct()
                                                    .collect(Collectors.joining(", "))));
                });
    }
}
