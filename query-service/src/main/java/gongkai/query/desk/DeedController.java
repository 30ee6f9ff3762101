package gongkai.query.desk;

import gongkai.event.Identifier;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.access.Caller;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
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

/** One obligation on the desk: what can be recorded about it, each with its form. */
@Controller
@RequestMapping("/desk/obligations/{id}")
class DeedController {

    private static final String SAME_ADDRESS = "sameAddress";

    private final Obligations obligations;
    private final DeedForms forms;
    private final KnownAddresses addresses;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    DeedController(
            Obligations obligations,
            DeedForms forms,
            KnownAddresses addresses,
            CommandApi command,
            Once once,
            DeskPages pages) {
        this.obligations = obligations;
        this.forms = forms;
        this.addresses = addresses;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView deeds(@PathVariable String id) {
        var asOf = pages.now();
        var item = item(id, asOf);
        return page("desk-obligation", item, asOf)
                .addObject("deeds", FittingDeeds.of(item, Caller.current().roles()));
    }

    @GetMapping("/{path}")
    ModelAndView form(
            @PathVariable String id, @PathVariable String path, @RequestParam MultiValueMap<String, String> link) {
        var asOf = pages.now();
        var item = item(id, asOf);
        return page("desk-deed", item, asOf)
                .addObject("form", forms.of(deed(path), item).prefilled(link));
    }

    @PostMapping("/{path}")
    ModelAndView record(
            @PathVariable String id, @PathVariable String path, @RequestParam MultiValueMap<String, String> sent) {
        var deed = deed(path);
        var asOf = pages.now();
        var item = item(id, asOf);
        var asked = forms.of(deed, item);
        var form = (sent.containsKey(SAME_ADDRESS) ? asked.with(forms.sameAddress()) : asked).typed(sent);
        try {
            var written = once.of(form, Written.class, () -> write(deed, form, id, asOf));
            return DeskPages.seeOther("/obligations/" + id + "?minPosition=" + written.position());
        } catch (RefusedException e) {
            var told = DeskPages.refused(form, e.refusal());
            return DeskPages.refused(
                    page("desk-deed", item, asOf)
                            .addObject("form", lacksPart(deed, form) ? told.with(unchosen(form)) : told),
                    e.refusal().status());
        } catch (SameAddressException e) {
            var warning = Complaint.at(SAME_ADDRESS, Message.of("desk.cure.sameAddress"));
            return DeskPages.refused(
                    page("desk-deed", item, asOf)
                            .addObject("form", form.with(forms.sameAddress()).with(List.of(warning)))
                            .addObject("mentions", e.mentions()),
                    422);
        }
    }

    private Written write(Deed deed, Form form, String id, AnsweredAsOf asOf) {
        if (deed == Deed.PUBLICATION
                && form.values().getOrDefault(SAME_ADDRESS, List.of()).isEmpty()) {
            var mentions = addresses.of(id, form.value("url"), asOf);
            if (!mentions.isEmpty()) {
                throw new SameAddressException(mentions);
            }
        }
        // Without a choice the command API looks for a part of the obligation's own name, and finds none.
        var subject = deed.isAboutPart() && !lacksPart(deed, form) ? form.value("of") : id;
        return command.post(form.key(), form.body(), deed.api(), subject);
    }

    private static boolean lacksPart(Deed deed, Form form) {
        return deed.isAboutPart() && form.value("of").isEmpty();
    }

    private static List<Complaint> unchosen(Form form) {
        return List.of(Complaint.at("of", form.field("of").cure()));
    }

    private static Deed deed(String path) {
        var deed = Deed.at(path)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.NOT_FOUND, "There is no form «%s» for an obligation.".formatted(path)));
        if (!Caller.current().isOneOf(deed.roles())) {
            throw new ProblemException(CommonProblem.FORBIDDEN, "«%s» is not yours to record.".formatted(path));
        }
        return deed;
    }

    private ObligationItem item(String id, AnsweredAsOf asOf) {
        var judged = obligations.byId(id, asOf);
        return ObligationItem.of(judged.facts(), judged.rule(), asOf.asOf());
    }

    private ModelAndView page(String template, ObligationItem item, AnsweredAsOf asOf) {
        return DeskPages.page(
                template,
                asOf,
                Map.of(
                        "obligation",
                        item,
                        "county",
                        obligations.jurisdiction(Identifier.jurisdictionOf(item.id()), asOf)));
    }
}
