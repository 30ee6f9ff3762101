package gongkai.query.bulletin;

import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.AsOfQuery;
import gongkai.query.asof.AsOfResolver;
import gongkai.query.asof.QueryProblem;
import gongkai.query.obligation.Obligations;
import gongkai.status.JurisdictionFacts;
import gongkai.time.ChinaTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes bulletins: of any month that has begun, or as one was issued, which reads the same for ever. */
@Component
public class BulletinBoard {

    private final Obligations obligations;
    private final AsOfResolver times;
    private final InstantSource clock;

    BulletinBoard(Obligations obligations, AsOfResolver times, InstantSource clock) {
        this.obligations = obligations;
        this.times = times;
        this.clock = clock;
    }

    /**
     * At the moment asked about, else at the month's end, or now while it runs.
     *
     * @param issue as it was issued, where {@code query} only says by when that was known; none: not as issued
     * @throws ProblemException when the county or the issue was not known, or the month had not begun
     */
    public Bulletin of(String code, YearMonth month, @Nullable Integer issue, AsOfQuery query) {
        if (issue == null) {
            var asOf = times.resolve(
                    new AsOfQuery(query.at() == null ? endOf(month) : query.at(), query.known(), query.minPosition()),
                    code);
            refuseBeforeItBegan(month, asOf);
            return of(obligations.jurisdiction(code, asOf), month, Optional.empty(), asOf);
        }
        var issued = issueOf(code, month, issue, times.resolve(query, code));
        var asOf =
                times.resolve(new AsOfQuery(issued.speaksOf().toString(), "position:" + issued.position(), null), code);
        return of(obligations.jurisdiction(code, asOf), month, Optional.of(Issue.of(issued)), asOf);
    }

    /** Those issued of the month, in order. */
    public List<Issue> issuesOf(String code, YearMonth month, AnsweredAsOf asOf) {
        return obligations.jurisdiction(code, asOf).bulletinsOf(month.toString()).stream()
                .map(Issue::of)
                .toList();
    }

    private Bulletin of(JurisdictionFacts county, YearMonth month, Optional<Issue> issue, AnsweredAsOf asOf) {
        return new BulletinReading(county, month, asOf).read(obligations.ofJurisdiction(county, asOf), issue);
    }

    private BulletinIssued issueOf(String code, YearMonth month, int number, AnsweredAsOf asOf) {
        return obligations.jurisdiction(code, asOf).bulletinsOf(month.toString()).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        QueryProblem.BULLETIN_UNKNOWN,
                        "No issue %d of the bulletin for %s was known at position %d."
                                .formatted(number, month, asOf.position()),
                        Map.of("field", "issue")));
    }

    private @Nullable String endOf(YearMonth month) {
        var end = ChinaTime.lastMomentOf(month.atEndOfMonth());
        return end.isBefore(clock.instant()) ? end.toString() : null;
    }

    private static void refuseBeforeItBegan(YearMonth month, AnsweredAsOf asOf) {
        Instant begins = ChinaTime.startOf(month.atDay(1));
        if (asOf.at().toInstant().isBefore(begins)) {
            throw new ProblemException(
                    QueryProblem.TIME_IN_FUTURE,
                    "%s begins only on %s, which is later than %s; ask for a month that had begun."
                            .formatted(month, month.atDay(1), asOf.at()),
                    Map.of("field", "month"));
        }
    }
}
