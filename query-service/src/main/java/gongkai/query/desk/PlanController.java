package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.obligation.Obligations;
import gongkai.query.plan.PlanItem;
import gongkai.query.plan.Plans;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A table's open questions, each with the way to its answer; those about the document as a whole are answered here. */
@Controller("deskPlanController")
@RequestMapping("/desk/plans/{id}")
class PlanController {

    private final Plans plans;
    private final Obligations obligations;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    PlanController(Plans plans, Obligations obligations, CommandApi command, Once once, DeskPages pages) {
        this.plans = plans;
        this.obligations = obligations;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String id, @RequestParam(required = false) @Nullable Long minPosition) {
        var asOf = pages.now(minPosition);
        var plan = PlanItem.of(plans.byId(id, asOf), asOf);
        return page(plan, form(plan), asOf);
    }

    @PostMapping
    ModelAndView answer(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        var asOf = pages.now();
        var plan = PlanItem.of(plans.byId(id, asOf), asOf);
        var form = form(plan).typed(sent);
        try {
            var written = once.of(
                    form,
                    Written.class,
                    () -> command.post(form.key(), form.body(), "/api/plans/{id}/clarifications", id));
            return DeskPages.seeOther("/desk/plans/" + id + "?minPosition=" + written.position());
        } catch (RefusedException e) {
            return DeskPages.refused(
                    page(plan, DeskPages.refused(form, e.refusal()), asOf),
                    e.refusal().status());
        }
    }

    private ModelAndView page(PlanItem plan, Form form, AnsweredAsOf asOf) {
        return DeskPages.page(
                "desk-plan",
                asOf,
                Map.of(
                        "plan",
                        plan,
                        "county",
                        obligations.jurisdiction(Identifier.jurisdictionOf(plan.id()), asOf),
                        "form",
                        form));
    }

    private static Form form(PlanItem plan) {
        var open = plan.findings().stream().map(it -> new Choice(it.code().name(), it.message()));
        return Form.of(
                "/desk/plans/" + plan.id(),
                "desk.answer.document",
                "desk.answer.record",
                DeedForms.basis(
                        Field.of(Kind.DAY, "issuedOn", "desk.field.issuedOn").cure("desk.cure.issuedOn"),
                        Field.of(Kind.CHOICE, "finding", "desk.field.finding")
                                .hint("desk.hint.findingOfPlan")
                                .choices(Stream.concat(Stream.of(new Choice("", "—")), open)
                                        .toList())));
    }
}
