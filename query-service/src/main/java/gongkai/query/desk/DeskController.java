package gongkai.query.desk;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Caller;
import gongkai.http.access.Role;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.plan.PlanItem;
import gongkai.query.plan.Plans;
import gongkai.query.record.RecordStore;
import gongkai.query.status.StatusBoard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an officer begins: what is mine to do, and the way to each form. */
@Controller
@RequestMapping("/desk")
class DeskController {

    private final RecordStore records;
    private final StatusBoard board;
    private final Plans plans;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;
    private final AccessMatrix matrix;
    private final String accounts;

    /** @param accounts where an administrator opens accounts; empty: not here */
    DeskController(
            RecordStore records,
            StatusBoard board,
            Plans plans,
            CommandApi command,
            Once once,
            DeskPages pages,
            AccessMatrix matrix,
            @Value("${gongkai.accounts-url}") String accounts) {
        this.records = records;
        this.board = board;
        this.plans = plans;
        this.command = command;
        this.once = once;
        this.pages = pages;
        this.matrix = matrix;
        this.accounts = accounts;
    }

    /** The one county there is, unless one is named; without any, the form that opens the first. */
    @GetMapping
    ModelAndView desk(
            @RequestParam(defaultValue = "") String jurisdiction,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Long minPosition) {
        var caller = Caller.current();
        var asOf = pages.now(minPosition);
        var theirs = unit.isEmpty() ? caller.onlyUnit().orElse("") : unit;
        var codes = records.jurisdictions().stream().filter(caller::sees).toList();
        var code = jurisdiction.isEmpty() && codes.size() == 1 ? codes.getFirst() : jurisdiction;
        if (code.isEmpty()) {
            return counties(asOf, opening());
        }
        caller.requireCounty(code);
        caller.requireUnitAsOfficer(theirs);
        return county(code, theirs, asOf);
    }

    private ModelAndView county(String code, String unit, AnsweredAsOf asOf) {
        var page = DeskPages.page(
                "desk",
                asOf,
                Map.of(
                        "county",
                        board.county(code, asOf),
                        "plans",
                        plans.ofJurisdiction(code, asOf).stream()
                                .map(it -> PlanItem.of(it, asOf))
                                .toList(),
                        "keeps",
                        matrix.offers("POST", "/desk/jurisdictions/{code}/plans", Caller.current()),
                        "accounts",
                        Caller.current().isOneOf(Set.of(Role.ADMINISTRATOR)) ? accounts : ""));
        if (!unit.isEmpty()) {
            var owed = board.unit(unit, asOf);
            page.addObject("unit", owed.summary()).addObject("duties", Duty.of(owed.obligations(), asOf));
        }
        return page;
    }

    private ModelAndView counties(AnsweredAsOf asOf, Form form) {
        return DeskPages.page(
                "desk-counties",
                asOf,
                Map.of(
                        "counties",
                        records.jurisdictions().stream()
                                .filter(Caller.current()::sees)
                                .flatMap(it -> records.jurisdiction(it, asOf.position()).stream())
                                .toList(),
                        "form",
                        form));
    }

    @GetMapping("/jurisdictions")
    ModelAndView counties() {
        return counties(pages.now(), opening());
    }

    @PostMapping("/jurisdictions")
    ModelAndView open(@RequestParam MultiValueMap<String, String> sent) {
        var form = opening().typed(sent);
        try {
            var body = Map.of("name", form.value("name").strip());
            var code = form.value("code").strip();
            var written = once.of(
                    form,
                    Written.class,
                    () -> command.put(body, "/api/jurisdictions/{code}", code.isEmpty() ? "-" : code));
            return DeskPages.seeOther("/desk?jurisdiction=" + written.id() + "&minPosition=" + written.position());
        } catch (RefusedException e) {
            return DeskPages.refused(
                    counties(pages.now(), DeskPages.refused(form, e.refusal())),
                    e.refusal().status());
        }
    }

    private static Form opening() {
        return Form.of(
                "/desk/jurisdictions",
                "desk.counties.open",
                "desk.register",
                List.of(
                        Field.of(Kind.TEXT, "code", "desk.field.code")
                                .mandatory()
                                .hint("desk.hint.code")
                                .cure("desk.cure.code"),
                        Field.of(Kind.TEXT, "name", "desk.field.name")
                                .mandatory()
                                .hint("desk.hint.name")
                                .cure("desk.cure.name")));
    }
}
