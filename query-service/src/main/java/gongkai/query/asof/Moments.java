package gongkai.query.asof;

import gongkai.http.ProblemException;
import gongkai.time.ChinaTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/** Reads a moment: an instant with its offset, or a date, which means its last moment in Asia/Shanghai. */
final class Moments {

    /** What was before has no year that a database could read back. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private Moments() {}

    /** @throws ProblemException when it is neither, or lies after {@code now}; today's date means now */
    static Instant parse(String field, String text, Instant now) {
        var moment = read(field, text);
        if (moment.isBefore(EARLIEST)) {
            throw invalid(field, text);
        }
        if (!moment.isAfter(now)) {
            return moment;
        }
        if (text.length() == 10 && ChinaTime.dateOf(moment).equals(ChinaTime.dateOf(now))) {
            return now;
        }
        throw new ProblemException(
                QueryProblem.TIME_IN_FUTURE,
                "«%s» is %s, but it is only %s now. Ask about a moment that has been."
                        .formatted(field, text, ChinaTime.at(now)),
                Map.of("field", field));
    }

    private static Instant read(String field, String text) {
        try {
            return text.length() == 10
                    ? ChinaTime.lastMomentOf(LocalDate.parse(text))
                    // A plus sign that was not escaped in an address arrives as a space.
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException _) {
            throw invalid(field, text);
        }
    }

    private static ProblemException invalid(String field, String text) {
        return new ProblemException(
                QueryProblem.TIME_INVALID,
                "«%s» is «%s», which is neither a date like 2019-05-02 nor an instant like 2019-05-02T17:00:00+08:00."
                        .formatted(field, text),
                Map.of("field", field));
    }
}
