package gongkai.query.desk;

import gongkai.event.InterpretationForm;
import gongkai.event.ReviewOutcome;
import gongkai.query.dashboard.Words;
import gongkai.query.desk.form.Choice;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Field.Kind;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The form of each deed, with what is likely filled in. */
@Component
class DeedForms {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Words domain;
    private final DeskWording words;
    private final InstantSource clock;

    DeedForms(Words domain, DeskWording words, InstantSource clock) {
        this.domain = domain;
        this.words = words;
        this.clock = clock;
    }

    Form of(Deed deed, ObligationItem it) {
        var action = "/desk/obligations/" + it.id() + "/" + deed.path();
        return Form.of(action, deed.code(), deed.code(), fields(deed, it));
    }

    private List<Field> fields(Deed deed, ObligationItem it) {
        return switch (deed) {
            case PUBLICATION ->
                List.of(
                        title("desk.field.title"),
                        address(),
                        moment("publishedAt", "desk.field.publishedAt"),
                        Field.of(Kind.DAY, "formedOn", "desk.field.formedOn")
                                .hint("desk.hint.formedOn")
                                .cure("desk.cure.formedOn"),
                        Field.of(Kind.TEXT, "documentNumber", "desk.field.documentNumber")
                                .cure("desk.cure.documentNumber"),
                        occurrence(it, "desk.hint.occurrenceLeft"));
            case INTERPRETATION ->
                List.of(
                        part("desk.field.interpretationOf", it, Evidence.Kind.PUBLICATION),
                        form(),
                        title("desk.field.title"),
                        address(),
                        moment("publishedAt", "desk.field.interpretedAt"));
            case CASE ->
                List.of(
                        title("subject", "desk.field.subject"),
                        moment("acceptedAt", "desk.field.acceptedAt"),
                        Field.of(Kind.TEXT, "trigger", "desk.field.trigger")
                                .hint("desk.hint.trigger")
                                .cure("desk.cure.trigger"),
                        Field.of(Kind.TEXT, "reporter.name", "desk.field.reporterName")
                                .hint("desk.hint.reporterName")
                                .cure("desk.cure.reporterName"),
                        Field.of(Kind.TEXT, "reporter.phone", "desk.field.reporterPhone")
                                .cure("desk.cure.phone"));
            case RESPONSE ->
                List.of(
                        part("desk.field.responseTo", it, Evidence.Kind.CASE),
                        title("desk.field.title"),
                        address(),
                        moment("respondedAt", "desk.field.respondedAt"));
            case ACKNOWLEDGEMENT ->
                List.of(Field.of(Kind.LONG_TEXT, "reason", "desk.field.note").cure("desk.cure.note"));
            case REVIEW -> basis(outcome(), evidence(it));
            case CLOSURE, WAIVER -> basis();
            case EXTENSION ->
                basis(
                        Field.of(Kind.DAY, "dueOn", "desk.field.dueOn")
                                .mandatory()
                                .cure("desk.cure.dueOn"),
                        occurrence(it, "desk.hint.occurrenceOne"));
            case RETRACTION -> basis(part("desk.field.retractionOf", it, Evidence.Kind.PUBLICATION));
        };
    }

    /** Fields that are asked first, then why and on what authority. */
    static List<Field> basis(Field... before) {
        return Stream.concat(
                        Arrays.stream(before),
                        Stream.of(
                                Field.of(Kind.LONG_TEXT, "reason", "desk.field.reason")
                                        .mandatory()
                                        .cure("desk.cure.reason"),
                                Field.of(Kind.TEXT, "authority", "desk.field.authority")
                                        .mandatory()
                                        .hint("desk.hint.authority")
                                        .cure("desk.cure.authority")))
                .toList();
    }

    /** Asked only of who records an address that is known. */
    Field sameAddress() {
        return Field.of(Kind.CHECKS, "sameAddress", "desk.field.sameAddress")
                .notSent()
                .choices(List.of(new Choice("yes", words.say("desk.choice.sameAddress"))));
    }

    private static Field title(String label) {
        return title("title", label);
    }

    private static Field title(String name, String label) {
        return Field.of(Kind.TEXT, name, label).mandatory().cure("desk.cure.title", Message.of(label));
    }

    private static Field address() {
        return Field.of(Kind.ADDRESS, "url", "desk.field.url").mandatory().cure("desk.cure.url");
    }

    private Field moment(String name, String label) {
        return Field.of(Kind.MOMENT, name, label)
                .mandatory()
                .cure("desk.cure.moment", Message.of(label))
                .hint("desk.hint.moment")
                .value(minute(clock.instant()));
    }

    private static String minute(Instant instant) {
        return MINUTE.format(ChinaTime.at(instant));
    }

    /** Due instances that still lack something; a period or case that is done is rarely meant. */
    private Field occurrence(ObligationItem it, String hint) {
        var open = it.occurrences().stream()
                .filter(one -> one.evidence() < one.quota())
                .map(one ->
                        new Choice(one.id(), words.say("desk.occurrence", nameOf(one.id()), domain.day(one.dueOn()))));
        return Field.of(Kind.CHOICE, "occurrence", "desk.field.occurrence")
                .hint(hint)
                .cure("desk.cure.occurrence")
                .choices(Stream.concat(Stream.of(new Choice("", "—")), open).toList());
    }

    private String nameOf(String occurrence) {
        return occurrence.equals("once") ? words.say("desk.once") : occurrence;
    }

    private Field part(String label, ObligationItem it, Evidence.Kind kind) {
        var parts = evidence(it, kind).toList();
        return Field.of(Kind.CHOICE, "of", label)
                .mandatory()
                .notSent()
                .cure("desk.cure.part", Message.of(label))
                .choices(parts)
                .value(parts.isEmpty() ? "" : parts.getLast().value());
    }

    private Stream<Choice> evidence(ObligationItem it, Evidence.Kind... kinds) {
        return it.evidence().stream()
                .filter(one -> one.counts() && Arrays.asList(kinds).contains(one.kind()))
                .map(one -> new Choice(one.id(), domain.moment(one.at()) + " " + one.title()));
    }

    private Field evidence(ObligationItem it) {
        return Field.of(Kind.CHECKS, "evidence", "desk.field.evidence")
                .hint("desk.hint.evidence")
                .choices(evidence(it, Evidence.Kind.PUBLICATION, Evidence.Kind.INTERPRETATION, Evidence.Kind.RESPONSE)
                        .toList());
    }

    private Field outcome() {
        return Field.of(Kind.CHOICE, "outcome", "desk.field.outcome")
                .mandatory()
                .hint("desk.hint.outcome")
                .choices(Arrays.stream(ReviewOutcome.values())
                        .map(one -> new Choice(one.name(), domain.of(one)))
                        .toList())
                .value(ReviewOutcome.ACCEPTED.name());
    }

    private Field form() {
        return Field.of(Kind.CHOICE, "form", "desk.field.form")
                .mandatory()
                .choices(Arrays.stream(InterpretationForm.values())
                        .map(one -> new Choice(one.name(), domain.of(one)))
                        .toList())
                .value(InterpretationForm.TEXT.name());
    }
}
