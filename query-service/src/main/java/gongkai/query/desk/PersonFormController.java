package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.obligation.Obligations;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Who is named as a unit's contact, and who is to be forgotten. What is typed here is kept nowhere: a second click is a
 * second request.
 */
@Controller
class PersonFormController {

    private final Obligations obligations;
    private final CommandApi command;
    private final DeskPages pages;

    PersonFormController(Obligations obligations, CommandApi command, DeskPages pages) {
        this.obligations = obligations;
        this.command = command;
        this.pages = pages;
    }

    @GetMapping("/desk/units/{unit}/contact")
    ModelAndView contact(@PathVariable String unit) {
        return page(unit, contactForm(unit));
    }

    @PostMapping("/desk/units/{unit}/contact")
    ModelAndView nameContact(@PathVariable String unit, @RequestParam MultiValueMap<String, String> sent) {
        var form = contactForm(unit).typed(sent);
        return record(
                unit,
                form,
                () -> command.put(
                        form.body(),
                        "/api/jurisdictions/{code}/units/{unit}/contact",
                        Identifier.jurisdictionOf(unit),
                        unit),
                "/units/" + unit);
    }

    @GetMapping("/desk/persons/{id}/erasure")
    ModelAndView erasure(@PathVariable String id) {
        return page(id, erasureForm(id));
    }

    @PostMapping("/desk/persons/{id}/erasure")
    ModelAndView erase(@PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        var form = erasureForm(id).typed(sent);
        return record(
                id,
                form,
                () -> command.delete(form.body(), "/api/persons/{id}", id),
                "/jurisdictions/" + Identifier.jurisdictionOf(id) + "/trail");
    }

    private ModelAndView record(String about, Form form, Supplier<Written> write, String next) {
        try {
            return DeskPages.seeOther(next + "?minPosition=" + write.get().position());
        } catch (RefusedException e) {
            return DeskPages.refused(
                    page(about, DeskPages.refused(form, e.refusal())),
                    e.refusal().status());
        }
    }

    private ModelAndView page(String about, Form form) {
        var asOf = pages.now();
        var county = obligations.jurisdiction(Identifier.jurisdictionOf(about), asOf);
        var unit = county.units().get(about);
        return DeskPages.page(
                "desk-person",
                asOf,
                Map.of("county", county, "about", unit == null ? about : unit.name(), "form", form));
    }

    private static Form contactForm(String unit) {
        return Form.of(
                "/desk/units/" + unit + "/contact",
                "desk.contact",
                "desk.contact",
                List.of(
                        Field.of(Kind.TEXT, "name", "desk.field.personName")
                                .mandatory()
                                .hint("desk.hint.personName")
                                .cure("desk.cure.personName"),
                        Field.of(Kind.TEXT, "phone", "desk.field.phone").cure("desk.cure.phone")));
    }

    private static Form erasureForm(String id) {
        return Form.of("/desk/persons/" + id + "/erasure", "desk.erasure", "desk.erasure", DeedForms.basis());
    }
}
