package gongkai.query.desk.form;

import gongkai.query.desk.form.Field.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * A form with all that was typed into it.
 *
 * @param action the address that it is sent to
 * @param title the code of what it is called
 * @param submit the code of what its button says
 * @param key the Idempotency-Key, made with the form: sent twice, it is recorded once
 * @param complaints about the form as a whole
 */
public record Form(
        String action, String title, String submit, String key, List<Field> fields, List<Complaint> complaints) {

    /** The name under which the key travels. */
    public static final String KEY = "formKey";

    private static final Pattern KEYS = Pattern.compile("[0-9A-Za-z-]{8,100}");
    private static final Pattern MINUTE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");

    public static Form of(String action, String title, String submit, List<Field> fields) {
        return new Form(action, title, submit, newKey(), List.copyOf(fields), List.of());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** As it was sent, under the key that it was made with. */
    public Form typed(MultiValueMap<String, String> sent) {
        var given = sent.getFirst(KEY);
        return new Form(
                action,
                title,
                submit,
                given != null && KEYS.matcher(given).matches() ? given : newKey(),
                fields.stream().map(it -> it.typed(sent)).toList(),
                complaints);
    }

    public Form prefilled(MultiValueMap<String, String> link) {
        return new Form(
                action,
                title,
                submit,
                key,
                fields.stream().map(it -> it.prefilled(link)).toList(),
                complaints);
    }

    /** With what is wrong, each beside its field; what belongs to no field stands above. */
    public Form with(List<Complaint> all) {
        List<Complaint> general = new ArrayList<>(complaints);
        List<Field> blamed = new ArrayList<>(fields);
        for (var it : all) {
            var named = it.field().orElse("");
            var at = blamed.stream().map(Field::name).toList().indexOf(named);
            if (at < 0) {
                general.add(it);
            } else {
                blamed.set(at, blamed.get(at).blamed(it));
            }
        }
        return new Form(action, title, submit, key, blamed, general);
    }

    /** With one more field at the end. */
    public Form with(Field more) {
        List<Field> all = new ArrayList<>(fields);
        all.add(more);
        return new Form(action, title, submit, key, all, complaints);
    }

    /** The same under a new key: what is sent next is something new. */
    public Form anew() {
        return new Form(action, title, submit, newKey(), fields, complaints);
    }

    public boolean isFaulty() {
        return !complaints.isEmpty()
                || fields.stream().anyMatch(it -> it.complaint().isPresent());
    }

    public boolean uploads() {
        return fields.stream().anyMatch(it -> it.kind() == Kind.FILE);
    }

    /** The first value of a field; empty when there is none. */
    public String value(String name) {
        return fields.stream()
                .filter(it -> it.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    public Field field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /** All that stands in it, by name. */
    public Map<String, List<String>> values() {
        return fields.stream().collect(Collectors.toMap(Field::name, Field::values));
    }

    /** What the command API takes: what was left empty is left out, and {@code reporter.name} is the name of a reporter. */
    public Map<String, Object> body() {
        return nested(fields.stream()
                .filter(it -> !it.aside() && !it.values().isEmpty())
                .collect(Collectors.toMap(Field::name, Form::sent, (it, _) -> it, LinkedHashMap::new)));
    }

    private static Map<String, Object> nested(Map<String, Object> flat) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
        flat.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                body.put(name, value);
            } else {
                parts.computeIfAbsent(name.substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), value);
            }
        });
        body.putAll(parts);
        return body;
    }

    private static Object sent(Field it) {
        return switch (it.kind()) {
            case CHECKS -> it.values();
            case MOMENT -> withOffset(it.value().strip());
            default -> it.value().strip();
        };
    }

    /** What is no minute goes out as it is, to be refused by whoever judges it. */
    private static String withOffset(String text) {
        return MINUTE.matcher(text).matches() ? (text.length() == 16 ? text + ":00" : text) + "+08:00" : text;
    }
}
