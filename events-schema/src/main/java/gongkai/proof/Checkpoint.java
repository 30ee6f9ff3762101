package gongkai.proof;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a ledger commits to, as the C2SP tlog-checkpoint format writes it: origin, size and root, a line each.
 *
 * @param origin the log's name, {@code gongkai/610926}
 */
public record Checkpoint(String origin, long size, Hash root) {

    private static final Pattern BODY = Pattern.compile(
            "(?<origin>[^\\n\\r]+)\\n(?<size>0|[1-9]\\d{0,18})\\n(?<root>[A-Za-z0-9+/]{43}=)\\n(?:[^\\n\\r]+\\n)*");

    public String body() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint that a signed note states, whoever signed it. Empty when it states none. */
    public static Optional<Checkpoint> parseNote(String note) {
        return SignedNote.parse(note).flatMap(it -> parse(it.text()));
    }

    /** The checkpoint that the text states; further lines are extensions. Empty when it is none. */
    public static Optional<Checkpoint> parse(String body) {
        var lines = BODY.matcher(body);
        if (!lines.matches()) {
            return Optional.empty();
        }
        try {
            var root = Base64.getDecoder().decode(lines.group("root"));
            return Optional.of(
                    new Checkpoint(lines.group("origin"), Long.parseLong(lines.group("size")), new Hash(root)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
