package gongkai.query.desk.command;

import gongkai.http.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) as far as a form needs it.
 *
 * @param fields those that it names as its members
 * @param line of a text, from 1
 */
public record Refusal(int status, String code, String detail, List<String> fields, Optional<Integer> line) {

    static final Pattern QUOTED = Pattern.compile("«([^»]{1,200})»");

    /** No answer, or one that is none: nobody knows whether it was recorded. */
    static final Refusal NO_ANSWER = new Refusal(503, "COMMAND_SERVICE_AWAY", "", List.of(), Optional.empty());

    /** One that arose in this service. */
    public static Refusal of(ProblemException it) {
        var document = it.getBody();
        var more = document.getProperties() == null ? Map.<String, Object>of() : document.getProperties();
        return new Refusal(
                it.getStatusCode().value(),
                String.valueOf(more.get("code")),
                String.valueOf(document.getDetail()),
                more.get("field") instanceof String field ? List.of(field) : List.of(),
                Optional.empty());
    }

    /** The same with the members of the API under the names that a form has for them. */
    public Refusal renamed(UnaryOperator<String> name) {
        return new Refusal(
                status,
                code,
                QUOTED.matcher(detail).replaceAll(it -> Matcher.quoteReplacement("«" + name.apply(it.group(1)) + "»")),
                fields.stream().map(name).toList(),
                line);
    }

    /** As it travels. */
    record Document(
            @Nullable String code,
            @Nullable String detail,
            @Nullable String field,
            @Nullable List<String> fields,
            @Nullable Integer line) {

        Refusal refusal(int status) {
            return new Refusal(
                    status,
                    code == null ? "" : code,
                    detail == null ? "" : detail,
                    Stream.concat(Stream.ofNullable(field), fields == null ? Stream.empty() : fields.stream())
                            .toList(),
                    Optional.ofNullable(line));
        }
    }
}
