package gongkai.status;

import gongkai.event.Finding;
import gongkai.event.FindingCode;
import gongkai.event.PlanEvent;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.PlanEvent.TaskRemoved;
import gongkai.event.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a plan's stream has come to.
 *
 * @param document that it was last read from
 * @param findings questions about the document as a whole that are still open
 * @param tasks those that the table has now, in the order in which they came
 * @param numbered the highest number that a task ever had; a new row gets the next
 */
public record PlanFacts(
        String plan,
        int year,
        String title,
        Optional<LocalDate> issuedOn,
        SourceDocument document,
        List<Finding> findings,
        List<PlanTask> tasks,
        int numbered) {

    public PlanFacts {
        findings = List.copyOf(findings);
        tasks = List.copyOf(tasks);
    }

    public static PlanFacts of(PlanImported it) {
        return new PlanFacts(
                it.plan(), it.year(), it.title(), it.issuedOn(), it.document(), it.findings(), List.of(), 0);
    }

    public PlanFacts with(PlanEvent event) {
        return switch (event) {
            case PlanImported it -> of(it);
            case PlanAmended it ->
                new PlanFacts(plan, year, it.title(), it.issuedOn(), it.document(), it.findings(), tasks, numbered);
            case PlanClarified it ->
                new PlanFacts(plan, year, title, it.issuedOn(), document, without(it.answered()), tasks, numbered);
            case TaskDefined it ->
                withTasks(Stream.concat(tasks.stream(), Stream.of(PlanTask.of(it)))
                        .toList());
            case TaskClarified it -> change(it.task(), task -> task.with(it));
            case TaskAmended it -> change(it.task(), task -> task.with(it));
            case TaskRemoved it ->
                withTasks(tasks.stream()
                        .filter(task -> !task.id().equals(it.task()))
                        .toList());
        };
    }

    public Optional<PlanTask> task(String id) {
        return tasks.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private PlanFacts change(String task, UnaryOperator<PlanTask> change) {
        return withTasks(tasks.stream()
                .map(it -> it.id().equals(task) ? change.apply(it) : it)
                .toList());
    }

    private PlanFacts withTasks(List<PlanTask> all) {
        var highest = all.stream().mapToInt(PlanTask::number).reduce(numbered, Math::max);
        return new PlanFacts(plan, year, title, issuedOn, document, findings, all, highest);
    }

    private List<Finding> without(List<FindingCode> answered) {
        return findings.stream().filter(it -> !answered.contains(it.code())).toList();
    }
}
