package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.command.Written;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
import gongkai.query.obligation.Obligations;
import gongkai.status.JurisdictionFacts;
import gongkai.time.HolidayArrangement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

/** The State Council's arrangement of a year's holidays, as the county's ledger has it, and a new one. */
@Controller("deskCalendarController")
@RequestMapping("/desk/jurisdictions/{code}/calendars/{year}")
class CalendarController {

    private final Obligations obligations;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    CalendarController(Obligations obligations, CommandApi command, Once once, DeskPages pages) {
        this.obligations = obligations;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Long minPosition) {
        var asOf = pages.now(minPosition);
        var county = obligations.jurisdiction(code, asOf);
        return page(county, year, form(county, year), asOf);
    }

    @PostMapping
    ModelAndView adopt(
            @PathVariable String code, @PathVariable int year, @RequestParam MultiValueMap<String, String> sent) {
        var asOf = pages.now();
        var county = obligations.jurisdiction(code, asOf);
        var form = form(county, year).typed(sent);
        var holidays = DayList.read(form.value("holidays"), year);
        var workdays = DayList.read(form.value("workdays"), year);
        var odd = Stream.of(complaint("holidays", holidays), complaint("workdays", workdays))
                .flatMap(Optional::stream)
                .toList();
        if (!odd.isEmpty()) {
            return DeskPages.refused(page(county, year, form.with(odd), asOf), 422);
        }
        var body = form.body();
        body.put("holidays", holidays.days());
        body.put("workdays", workdays.days());
        try {
            var written = once.of(
                    form,
                    Written.class,
                    () -> command.put(body, "/api/jurisdictions/{code}/calendars/{year}", code, year));
            return DeskPages.seeOther(
                    "/desk/jurisdictions/%s/calendars/%d?minPosition=%d".formatted(code, year, written.position()));
        } catch (RefusedException e) {
            return DeskPages.refused(
                    page(county, year, DeskPages.refused(form, e.refusal()), asOf),
                    e.refusal().status());
        }
    }

    private static Optional<Complaint> complaint(String field, DayList it) {
        return it.odd().isEmpty()
                ? Optional.empty()
                : Optional.of(Complaint.at(field, Message.of("desk.cure.days", String.join("”“", it.odd()))));
    }

    private static ModelAndView page(JurisdictionFacts county, int year, Form form, AnsweredAsOf asOf) {
        var years = county.calendar().arrangements().values().stream()
                .sorted(Comparator.comparingInt(HolidayArrangement::year))
                .toList();
        return DeskPages.page(
                "desk-calendar",
                asOf,
                Map.of("county", county, "year", year, "years", years, "next", next(years, year), "form", form));
    }

    private static int next(List<HolidayArrangement> years, int otherwise) {
        return years.isEmpty() ? otherwise : years.getLast().year() + 1;
    }

    private static Form form(JurisdictionFacts county, int year) {
        var now = Optional.ofNullable(county.calendar().arrangements().get(year));
        return Form.of(
                "/desk/jurisdictions/" + county.code() + "/calendars/" + year,
                "desk.holidays",
                "desk.holidays.record",
                List.of(
                        Field.of(Kind.TEXT, "notice", "desk.field.notice")
                                .mandatory()
                                .cure("desk.cure.notice")
                                .value(now.map(HolidayArrangement::notice).orElse("")),
                        Field.of(Kind.DAY, "issuedOn", "desk.field.noticeIssuedOn")
                                .mandatory()
                                .hint("desk.hint.noticeIssuedOn")
                                .cure("desk.cure.noticeIssuedOn")
                                .value(now.map(it -> it.issuedOn().toString()).orElse("")),
                        days("holidays", "desk.field.holidays", now, HolidayArrangement::holidays),
                        days("workdays", "desk.field.workdays", now, HolidayArrangement::workdays)));
    }

    private static Field days(
            String name,
            String label,
            Optional<HolidayArrangement> now,
            Function<HolidayArrangement, Set<LocalDate>> of) {
        return Field.of(Kind.LONG_TEXT, name, label)
                .hint("desk.hint.days")
                .cure("desk.cure.day")
                .value(now.map(it -> DayList.text(of.apply(it))).orElse(""));
    }
}
