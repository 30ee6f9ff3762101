package gongkai.query.desk;

import gongkai.event.UnitEntry;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.obligation.Obligations;
import gongkai.status.JurisdictionFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A county's register of units, as a table to read and as text to change. */
@Controller
@RequestMapping("/desk/jurisdictions/{code}/units")
class RegisterController {

    private final Obligations obligations;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    RegisterController(Obligations obligations, CommandApi command, Once once, DeskPages pages) {
        this.obligations = obligations;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String code, @RequestParam(required = false) @Nullable Long minPosition) {
        var asOf = pages.now(minPosition);
        var county = obligations.jurisdiction(code, asOf);
        return page(county, form(county), asOf);
    }

    @PostMapping
    ModelAndView replace(@PathVariable String code, @RequestParam MultiValueMap<String, String> sent) {
        var asOf = pages.now();
        var county = obligations.jurisdiction(code, asOf);
        var form = form(county).typed(sent);
        try {
            var written = once.of(form, Written.class, () -> put(code, form));
            return DeskPages.seeOther("/desk/jurisdictions/" + code + "/units?minPosition=" + written.position());
        } catch (RefusedException e) {
            return DeskPages.refused(
                    page(county, DeskPages.refused(form, e.refusal()), asOf),
                    e.refusal().status());
        }
    }

    private Written put(String code, Form form) {
        var csv = form.value("csv");
        var from = form.value("effectiveOn");
        return from.isEmpty()
                ? command.putCsv(csv, "/api/jurisdictions/{code}/units", code)
                : command.putCsv(csv, "/api/jurisdictions/{code}/units?effectiveOn={from}", code, from);
    }

    private static ModelAndView page(JurisdictionFacts county, Form form, AnsweredAsOf asOf) {
        return DeskPages.page(
                "desk-units",
                asOf,
                Map.of("county", county, "units", List.copyOf(county.units().values()), "form", form));
    }

    private static Form form(JurisdictionFacts county) {
        return Form.of(
                "/desk/jurisdictions/" + county.code() + "/units",
                "desk.units",
                "desk.units.update",
                List.of(
                        Field.of(Kind.LONG_TEXT, "csv", "desk.field.csv")
                                .mandatory()
                                .hint("desk.hint.csv")
                                .cure("desk.cure.csv")
                                .value(csv(county.units().values())),
                        Field.of(Kind.DAY, "effectiveOn", "desk.field.effectiveOn")
                                .hint("desk.hint.effectiveOn")
                                .cure("desk.cure.effectiveOn")));
    }

    private static String csv(Collection<UnitEntry> units) {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader("code", "name", "kind", "aliases")
                .setRecordSeparator('\n')
                .get();
        try (var csv = new CSVPrinter(text, format)) {
            for (var it : units) {
                csv.printRecord(it.code(), it.name(), it.kind(), String.join(";", it.aliases()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
