package gongkai.query.desk.command;

import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Field;
import gongkai.query.desk.form.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A refusal as an officer reads it: beside the field that is meant, with what to do. */
public final class Plainly {

    /** Their field's own cure says best what to do. */
    private static final Set<String> BY_FIELD = Set.of("FIELD_INVALID", "REQUEST_MALFORMED");

    /** Where a refusal stands that names no field, by what it is about; the first that the form has. */
    private static final Map<String, List<String>> PLACES = Map.ofEntries(
            Map.entry("IN_FUTURE", List.of("publishedAt", "acceptedAt", "respondedAt", "issuedOn")),
            Map.entry("PUBLICATION_UNKNOWN", List.of("of")),
            Map.entry("CASE_UNKNOWN", List.of("of")),
            Map.entry("UNIT_UNKNOWN", List.of("units", "file")),
            Map.entry("FINDING_UNKNOWN", List.of("finding")),
            Map.entry("EVIDENCE_UNKNOWN", List.of("evidence")),
            Map.entry("EXTENSION_TOO_LONG", List.of("dueOn")),
            Map.entry("UNIT_REGISTER_INVALID", List.of("csv")),
            Map.entry("UNIT_OF_ANOTHER_JURISDICTION", List.of("csv")),
            Map.entry("CALENDAR_DAY_CONTRADICTORY", List.of("workdays")),
            Map.entry("CALENDAR_DAY_OUTSIDE", List.of("holidays")),
            Map.entry("CALENDAR_SUPERSEDED", List.of("issuedOn")),
            Map.entry("YEAR_CONTRADICTS_TITLE", List.of("year")),
            Map.entry("REQUEST_TOO_LARGE", List.of("file")),
            Map.entry("PLAN_EXISTS", List.of("reason")));

    private Plainly() {}

    /** One for each field that it names, or one for the form as a whole. */
    public static List<Complaint> of(Refusal it, List<Field> fields) {
        var named = places(it, fields);
        if (named.isEmpty()) {
            return List.of(new Complaint(Optional.empty(), sentence(it), detail(it)));
        }
        List<Complaint> complaints = new ArrayList<>();
        for (var field : named) {
            var sentence = BY_FIELD.contains(it.code()) ? field.cure() : sentence(it);
            complaints.add(new Complaint(Optional.of(field.name()), sentence, detail(it)));
        }
        return complaints;
    }

    private static List<Field> places(Refusal it, List<Field> fields) {
        var told = among(it.fields().stream(), fields);
        if (!told.isEmpty()) {
            return told;
        }
        var quoted = among(Refusal.QUOTED.matcher(it.detail()).results().map(found -> found.group(1)), fields);
        if (!quoted.isEmpty()) {
            return BY_FIELD.contains(it.code()) ? quoted : quoted.subList(0, 1);
        }
        var usual = among(PLACES.getOrDefault(it.code(), List.of()).stream(), fields);
        return usual.isEmpty() ? usual : usual.subList(0, 1);
    }

    private static List<Field> among(Stream<String> names, List<Field> fields) {
        return names.distinct()
                .flatMap(name -> fields.stream().filter(field -> field.name().equals(name)))
                .toList();
    }

    private static Optional<String> detail(Refusal it) {
        return Optional.of(it.detail()).filter(text -> !text.isBlank() && Sentences.knows(it.code()));
    }

    private static Message sentence(Refusal it) {
        var said = said(it);
        return it.line().map(number -> Message.of("desk.line", number, said)).orElse(said);
    }

    private static Message said(Refusal it) {
        if (Sentences.says(it.code())) {
            return Message.of(Sentences.PREFIX + it.code());
        }
        return it.detail().isBlank() ? Message.of("desk.unsaid") : Message.asItIs(it.detail());
    }
}
