package gongkai.query.asof;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, and the state that its first page spoke of: all pages of a list speak of the same one, whatever is
 * recorded while somebody reads them.
 *
 * @param key of the last item of the page before
 */
public record Cursor(Instant at, Instant known, long position, String key) {

    private static final int PARTS = 4;

    public static Cursor after(String key, AnsweredAsOf asOf) {
        return new Cursor(asOf.at().toInstant(), asOf.known().toInstant(), asOf.position(), key);
    }

    /**
     * As a request brings it: none, or an empty one, asks for the first page.
     *
     * @throws ProblemException when it is none of ours
     */
    public static Optional<Cursor> given(@Nullable String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(read(text));
    }

    /** @throws ProblemException when it is none of ours */
    public static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", PARTS);
            if (parts.length == PARTS) {
                return new Cursor(Instant.parse(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]), parts[3]);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // Said below.
        }
        throw unreadable(text);
    }

    static ProblemException unreadable(String text) {
        return new ProblemException(
                CommonProblem.FIELD_INVALID,
                "«cursor» cannot be «%s»; send «next» of the page before as it came.".formatted(text),
                Map.of("field", "cursor"));
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        "%s %s %d %s".formatted(at, known, position, key).getBytes(UTF_8));
    }
}
