package gongkai.query.difference;

import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.Cursor;
import gongkai.query.person.Persons;
import org.springframework.stereotype.Component;

/** From what a request says to a page of the difference. */
@Component
public class DifferenceReader {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 500;
    private static final AsOfQuery NOTHING = new AsOfQuery(null, null, null);

    private final Differences differences;
    private final Persons persons;
    private final AsOfResolver times;

    DifferenceReader(Differences differences, Persons persons, AsOfResolver times) {
        this.differences = differences;
        this.persons = persons;
        this.times = times;
    }

    /** @throws gongkai.http.ProblemException when a moment or the cursor cannot be read, or the county was not known */
    public Difference read(String code, DifferenceQuery query) {
        return compared(code, query).named(persons);
    }

    private Difference compared(String code, DifferenceQuery query) {
        int limit = query.limit() == null ? DEFAULT_LIMIT : Math.clamp(query.limit(), 1, MOST);
        var given = Cursor.given(query.cursor());
        if (given.isPresent()) {
            var to = given.get();
            var from = Cursor.read(to.key());
            return differences.of(
                    code,
                    times.resolve(NOTHING, code, to.key()),
                    times.resolve(NOTHING, code, query.cursor()),
                    from.key(),
                    limit);
        }
        var now = times.resolve(new AsOfQuery(query.at(), null, query.minPosition()), code);
        var to = query.to() == null ? now : times.knowing("to", query.to(), now, code);
        var from = times.knowing("from", String.valueOf(query.from()), now, code);
        return differences.of(code, from, to, "", limit);
    }
}
