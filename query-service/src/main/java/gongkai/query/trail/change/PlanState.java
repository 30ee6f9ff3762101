package gongkai.query.trail.change;

import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.Finding;
import gongkai.event.FindingSeverity;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.TaskText;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import gongkai.status.StatusRule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

record PlanState(PlanFacts facts) implements StreamState {

    @Override
    public Traits traits(Event event, Instant at, StatusRule rule) {
        return TaskEvents.taskOf(event)
                .map(it -> facts.task(it).map(PlanState::task).orElseGet(Traits::new))
                .orElseGet(this::table);
    }

    private Traits table() {
        return new Traits()
                .with(Trait.TITLE, facts.title())
                .with(Trait.ISSUED_ON, facts.issuedOn())
                .with(Trait.DOCUMENT, facts.document().sha256())
                .with(Trait.QUESTIONS, questions(facts.findings()));
    }

    private static Traits task(PlanTask it) {
        return TableRow.text(new Traits(), it.row(), it.text())
                .with(
                        Trait.UNITS,
                        it.assignments().stream().map(Assignment::name).collect(Collectors.joining("、")))
                .with(Trait.RULES, TableRow.rules(it.rules()))
                .with(Trait.QUESTIONS, questions(it.openFindings()));
    }

    private static String questions(List<Finding> findings) {
        return String.valueOf(findings.stream()
                .filter(it -> it.severity() != FindingSeverity.NOTE)
                .count());
    }

    @Override
    public String title(Event event) {
        return switch (event) {
            case TaskDefined it -> row(it.row(), it.text());
            case TaskAmended it -> row(it.row(), it.text());
            default ->
                TaskEvents.taskOf(event)
                        .map(id -> facts.task(id)
                                .map(it -> row(it.row(), it.text()))
                                .orElse(id))
                        .orElse(facts.title());
        };
    }

    private static String row(int row, TaskText text) {
        return "第%d行 %s".formatted(row, TaskText.oneLine(text.category()));
    }
}
