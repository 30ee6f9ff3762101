package gongkai.query.desk.form;

import java.util.List;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/**
 * One thing that a form asks for.
 *
 * @param name as the command API calls it
 * @param label code of the bundles in {@link #of}, as are hints and cures
 * @param cure what a person does when the value is not taken
 * @param aside not part of the body that is sent
 * @param values as typed; none: nothing
 */
public record Field(
        Kind kind,
        String name,
        Message label,
        boolean required,
        boolean aside,
        Optional<Message> hint,
        Message cure,
        List<Choice> choices,
        List<String> values,
        Optional<Complaint> complaint) {

    /** What a browser shows for it. */
    public enum Kind {
        TEXT,
        ADDRESS,
        /** A minute of Asia/Shanghai, typed without an offset. */
        MOMENT,
        DAY,
        NUMBER,
        LONG_TEXT,
        CHOICE,
        CHECKS,
        FILE,
        HIDDEN
    }

    public static Field of(Kind kind, String name, String label) {
        var called = Message.of(label);
        var cure = Message.of("desk.cure.fill", called);
        return new Field(
                kind, name, called, false, false, Optional.empty(), cure, List.of(), List.of(), Optional.empty());
    }

    public Field mandatory() {
        return new Field(kind, name, label, true, aside, hint, cure, choices, values, complaint);
    }

    public Field notSent() {
        return new Field(kind, name, label, required, true, hint, cure, choices, values, complaint);
    }

    public Field hint(String code, Object... arguments) {
        var more = Optional.of(Message.of(code, arguments));
        return new Field(kind, name, label, required, aside, more, cure, choices, values, complaint);
    }

    public Field cure(String code, Object... arguments) {
        var sentence = Message.of(code, arguments);
        return new Field(kind, name, label, required, aside, hint, sentence, choices, values, complaint);
    }

    public Field choices(List<Choice> all) {
        return new Field(kind, name, label, required, aside, hint, cure, List.copyOf(all), values, complaint);
    }

    public Field value(String value) {
        return values(value.isEmpty() ? List.of() : List.of(value));
    }

    public Field values(List<String> all) {
        return new Field(kind, name, label, required, aside, hint, cure, choices, List.copyOf(all), complaint);
    }

    public Field blamed(Complaint it) {
        return new Field(kind, name, label, required, aside, hint, cure, choices, values, Optional.of(it));
    }

    /** What was sent stands in it; an unchecked box sends nothing. */
    Field typed(MultiValueMap<String, String> sent) {
        return values(sent.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList());
    }

    /** A link may fill it in beforehand. */
    Field prefilled(MultiValueMap<String, String> link) {
        return link.containsKey(name) ? typed(link) : this;
    }

    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    public boolean isChosen(String choice) {
        return values.contains(choice);
    }

    /** The ids of what a screen reader reads after the label; empty when there is nothing. */
    public String describedBy() {
        var hintId = hint.isEmpty() ? "" : name + "-hint";
        return complaint.isPresent() ? (hintId + " " + name + "-error").strip() : hintId;
    }
}
