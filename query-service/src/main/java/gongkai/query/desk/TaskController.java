package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.QueryProblem;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
import gongkai.query.obligation.Obligations;
import gongkai.query.plan.PlanItem;
import gongkai.query.plan.PlanItem.TaskItem;
import gongkai.query.plan.Plans;
import gongkai.query.wording.Wording;
import gongkai.status.JurisdictionFacts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One row of the table: its cells, what they were read as, what is open, and the form that answers it. */
@Controller
@RequestMapping("/desk/tasks/{id}")
class TaskController {

    private final Plans plans;
    private final Obligations obligations;
    private final TaskForms forms;
    private final Wording wording;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    TaskController(
            Plans plans,
            Obligations obligations,
            TaskForms forms,
            Wording wording,
            CommandApi command,
            Once once,
            DeskPages pages) {
        this.plans = plans;
        this.obligations = obligations;
        this.forms = forms;
        this.wording = wording;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam MultiValueMap<String, String> link) {
        var asOf = pages.now();
        var plan = planOf(id, asOf);
        var task = task(plan, id);
        var county = county(id, asOf);
        return page(plan, task, county, forms.of(task, county).prefilled(link), asOf);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        var asOf = pages.now();
        var plan = planOf(id, asOf);
        var task = task(plan, id);
        var county = county(id, asOf);
        var form = forms.of(task, county).typed(sent);
        var units = UnitLines.read(form.value("units"), county, asOf.at().toLocalDate(), wording);
        var odd = odd(units, task);
        if (!odd.isEmpty()) {
            return DeskPages.refused(page(plan, task, county, form.with(odd), asOf), 422);
        }
        try {
            var body = forms.body(task, form, units);
            var written = once.of(
                    form, Written.class, () -> command.post(form.key(), body, "/api/tasks/{id}/clarifications", id));
            return DeskPages.seeOther("/desk/plans/" + plan.id() + "?minPosition=" + written.position() + "#" + id);
        } catch (RefusedException e) {
            var refusal = e.refusal().renamed(it -> TaskForms.fieldOf(it, task, form));
            return DeskPages.refused(
                    page(plan, task, county, DeskPages.refused(form, refusal), asOf), refusal.status());
        }
    }

    /** What the desk itself reads: an emptied list would release everybody. */
    private static List<Complaint> odd(UnitLines units, TaskItem task) {
        if (!units.unknown().isEmpty()) {
            return List.of(
                    Complaint.at("units", Message.of("desk.cure.unitsUnknown", String.join("”“", units.unknown()))));
        }
        return units.units().isEmpty() && !task.units().isEmpty()
                ? List.of(Complaint.at("units", Message.of("desk.cure.unitsNone")))
                : List.of();
    }

    private PlanItem planOf(String task, AnsweredAsOf asOf) {
        return PlanItem.of(plans.byId(Identifier.planOf(task), asOf), asOf);
    }

    private static TaskItem task(PlanItem plan, String id) {
        return plan.tasks().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.PLAN_UNKNOWN, "Plan %s has no task «%s».".formatted(plan.id(), id)));
    }

    private JurisdictionFacts county(String id, AnsweredAsOf asOf) {
        return obligations.jurisdiction(Identifier.jurisdictionOf(id), asOf);
    }

    private static ModelAndView page(
            PlanItem plan, TaskItem task, JurisdictionFacts county, Form form, AnsweredAsOf asOf) {
        return DeskPages.page(
                "desk-task",
                asOf,
                Map.of("plan", plan, "task", task, "county", county, "form", form, "rows", TaskForms.rows(task)));
    }
}
