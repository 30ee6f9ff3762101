package gongkai.query.desk;

import gongkai.http.rule.RuleAnswer;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.plan.PlanItem.TaskItem;
import gongkai.query.wording.Wording;
import gongkai.status.JurisdictionFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form that answers what a row leaves open: as it reads now, to be changed where it is wrong. */
@Component
class TaskForms {

    private final Wording wording;
    private final DeskWording words;

    TaskForms(Wording wording, DeskWording words) {
        this.wording = wording;
        this.words = words;
    }

    Form of(TaskItem task, JurisdictionFacts county) {
        List<Field> fields = new ArrayList<>();
        fields.add(units(task, county));
        IntStream.rangeClosed(0, task.rules().size()).forEach(it -> fields.addAll(rule(it, task)));
        fields.add(settled(task));
        fields.addAll(DeedForms.basis());
        return Form.of("/desk/tasks/" + task.id(), "desk.answer.questions", "desk.answer.record", fields);
    }

    /** One row for each rule, and one more. */
    static List<Integer> rows(TaskItem task) {
        return IntStream.rangeClosed(0, task.rules().size()).boxed().toList();
    }

    private Field units(TaskItem task, JurisdictionFacts county) {
        return Field.of(Kind.LONG_TEXT, "units", "desk.field.units")
                .notSent()
                .hint("desk.hint.units", UnitLines.example(county))
                .cure("desk.cure.units")
                .value(UnitLines.text(task.units(), wording));
    }

    private List<Field> rule(int index, TaskItem task) {
        var rule = index < task.rules().size() ? Optional.of(task.rules().get(index)) : Optional.<RuleAnswer>empty();
        return RuleRow.fields(index, rule, words);
    }

    private static Field settled(TaskItem task) {
        var open = task.findings().stream().map(it -> new Choice(it.code().name(), it.message()));
        return Field.of(Kind.CHOICE, "finding", "desk.field.finding")
                .hint("desk.hint.finding")
                .choices(Stream.concat(Stream.of(new Choice("", "—")), open).toList());
    }

    /** What was changed, and why; what still reads as it did is left out. */
    Map<String, Object> body(TaskItem task, Form form, UnitLines units) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!units.isSameAs(task.units())) {
            body.put("units", units.units());
        }
        var rules = rules(task, form.values());
        if (!rules.equals(rules(task, asItStands(task)))) {
            body.put("rules", rules);
        }
        List.of("finding", "reason", "authority").stream()
                .filter(it -> !form.value(it).isEmpty())
                .forEach(it -> body.put(it, form.value(it).strip()));
        return body;
    }

    private Map<String, List<String>> asItStands(TaskItem task) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        rows(task).forEach(row -> rule(row, task).forEach(it -> values.put(it.name(), it.values())));
        return values;
    }

    private static List<Map<String, Object>> rules(TaskItem task, Map<String, List<String>> values) {
        return rows(task).stream()
                .flatMap(it -> RuleRow.body(it, values).stream())
                .toList();
    }

    /** The form's name for a member of the API: rules that were taken away leave no place in what is sent. */
    static String fieldOf(String member, TaskItem task, Form form) {
        var kept = rows(task).stream()
                .filter(it -> RuleRow.body(it, form.values()).isPresent())
                .toList();
        var name = RuleRow.fieldOf(member);
        var sent = name.matches("r\\d{1,3}\\..*") ? Integer.parseInt(name.substring(1, name.indexOf('.'))) : -1;
        return sent >= 0 && sent < kept.size() ? "r" + kept.get(sent) + name.substring(name.indexOf('.')) : name;
    }
}
