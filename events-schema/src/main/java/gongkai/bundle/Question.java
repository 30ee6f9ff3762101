package gongkai.bundle;

import gongkai.event.Identifier;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a bundle answers. Equal questions have equal bundles, byte for byte.
 *
 * @param format the version of the bundle's format
 * @param ledger the county's code
 * @param subject the code or id that the scope names
 * @param at the moment in the world that is asked about
 * @param known the last position of the log that the answer may use
 * @param size how many leaves the signed tree has
 * @param complete whether every record up to {@code known} is in the bundle, so that none can have been left out
 */
public record Question(
        String format,
        String ledger,
        Scope scope,
        String subject,
        Instant at,
        Long known,
        Long size,
        Boolean complete) {

    public static final String FORMAT = "gongkai-evidence/1";

    private static final Pattern OBLIGATION = Pattern.compile("\\d{6}-\\d{4}-\\d{2,4}-[A-Z][A-Z0-9]{0,9}");

    /** The question that a bundle's file states; empty when it states none. */
    public static Optional<Question> read(byte[] json) {
        return Json.read(json, Question.class);
    }

    /** The origin that a checkpoint of the ledger bears. */
    public String origin() {
        return "gongkai/" + ledger;
    }

    /** Why it cannot be one of ours; empty when it can. */
    public Optional<String> flaw() {
        if (!format.equals(FORMAT)) {
            return Optional.of("the format is «%s», this program knows %s".formatted(format, FORMAT));
        }
        var form = switch (scope) {
            case JURISDICTION -> Identifier.JURISDICTION;
            case UNIT -> Identifier.UNIT;
            case OBLIGATION -> OBLIGATION;
        };
        if (!form.matcher(subject).matches()
                || !Identifier.jurisdictionOf(subject).equals(ledger)) {
            return Optional.of("«%s» is no %s of the ledger «%s»".formatted(subject, scope, ledger));
        }
        return size < 1 || known < 0
                ? Optional.of("a tree of %d leaves, known up to position %d, proves nothing".formatted(size, known))
                : Optional.empty();
    }
}
