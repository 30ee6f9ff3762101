package gongkai.query.asof;

import gongkai.http.ProblemException;
import gongkai.query.projection.Arrivals;
import gongkai.query.record.LedgerTrees;
import gongkai.query.record.LedgerTrees.KnownTree;
import gongkai.query.record.RecordStore;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Resolves what a request says about time, once, so that a whole answer speaks of the same state. */
@Component
public class AsOfResolver {

    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    private static final String LAST = AnsweredAsOf.class.getName();
    private static final Pattern POSITION = Pattern.compile("position:(\\d{1,18})");

    private final RecordStore records;
    private final LedgerTrees trees;
    private final Arrivals arrivals;
    private final InstantSource clock;

    AsOfResolver(RecordStore records, LedgerTrees trees, Arrivals arrivals, InstantSource clock) {
        this.records = records;
        this.trees = trees;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** What the request was resolved to last, which is what its answer speaks of; empty when it asked for no state. */
    public static Optional<AnsweredAsOf> lastOf(ServletRequest request) {
        return Optional.ofNullable((AnsweredAsOf) request.getAttribute(LAST));
    }

    /** Of all ledgers together. */
    public AnsweredAsOf resolve(AsOfQuery query) {
        return resolve(query, null);
    }

    /**
     * An instant means the last of the ledger's own positions by then, so that it does not matter to the answer how much of
     * other ledgers has come here; a position that is asked for stays as it is.
     *
     * @param ledger the county that the answer is about; none: all of them
     * @throws ProblemException when a moment cannot be read, or a position is not here in time
     */
    public AnsweredAsOf resolve(AsOfQuery query, @Nullable String ledger) {
        long least = query.minPosition() == null ? -1 : query.minPosition();
        await(
                "minPosition",
                least,
                () -> arrivals.await(
                        least, () -> ledger == null ? records.has(least) : records.isComplete(ledger, least), BRIEFLY));
        var now = clock.instant();
        var at = query.at() == null ? now : Moments.parse("at", query.at(), now);
        if (query.known() == null) {
            return answer(at, now, least, Long.MAX_VALUE, ledger);
        }
        return knowing("known", query.known(), at, ledger);
    }

    /**
     * The same for a list.
     *
     * @param cursor of a page that is not the first: it keeps to the state that the first one spoke of
     */
    public AnsweredAsOf resolve(AsOfQuery query, @Nullable String ledger, @Nullable String cursor) {
        var given = Cursor.given(cursor);
        if (given.isEmpty()) {
            return resolve(query, ledger);
        }
        var it = given.get();
        if (it.at().isAfter(clock.instant()) || (it.position() >= 0 && !records.has(it.position()))) {
            throw Cursor.unreadable(it.text());
        }
        return answer(it.at(), it.known(), it.position(), it.position(), ledger);
    }

    /**
     * Of the same moment in the world with other knowledge.
     *
     * @param field what the request calls it
     */
    public AnsweredAsOf knowing(String field, String known, AnsweredAsOf other, String ledger) {
        return knowing(field, known, other.asOf().at(), ledger);
    }

    private AnsweredAsOf knowing(String field, String known, Instant at, @Nullable String ledger) {
        var position = POSITION.matcher(known);
        if (position.matches()) {
            return upTo(field, Long.parseLong(position.group(1)), at, ledger);
        }
        var moment = Moments.parse(field, known, clock.instant());
        long by = records.lastPositionRecordedBy(moment).orElse(-1);
        return answer(at, moment, -1, by, ledger);
    }

    /** The moment of the position's record stands for it, so that the same question has the same answer for ever. */
    private AnsweredAsOf upTo(String field, long position, Instant at, @Nullable String ledger) {
        long newest = records.lastPosition().orElse(-1);
        if (position > newest) {
            throw new ProblemException(
                    QueryProblem.TIME_IN_FUTURE,
                    "«%s» is position:%d, but the newest position here is %d.".formatted(field, position, newest),
                    Map.of("field", field));
        }
        await(
                field,
                position,
                () -> arrivals.await(
                        () -> records.has(position)
                                && (ledger == null
                                        ? records.isComplete(position)
                                        : records.isComplete(ledger, position)),
                        BRIEFLY));
        return answer(at, records.recordedAt(position).orElseThrow(), position, position, ledger);
    }

    /**
     * @param least the position that it speaks of at least
     * @param last what was recorded after this position is not known
     */
    private AnsweredAsOf answer(Instant at, Instant known, long least, long last, @Nullable String ledger) {
        var asOf = ledger == null ? ofAll(at, known, least, last) : of(ledger, at, known, least, last);
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(LAST, asOf, RequestAttributes.SCOPE_REQUEST);
        }
        return asOf;
    }

    private AnsweredAsOf ofAll(Instant at, Instant known, long least, long last) {
        long here = last == Long.MAX_VALUE ? records.lastPosition().orElse(-1) : last;
        long position = Math.max(least, here);
        return AnsweredAsOf.of(
                at,
                known,
                position,
                records.jurisdictions().stream()
                        .flatMap(it -> trees.at(it, position).stream())
                        .toList());
    }

    private AnsweredAsOf of(String ledger, Instant at, Instant known, long least, long last) {
        var tree = trees.at(ledger, last);
        long position = Math.max(least, tree.map(KnownTree::position).orElse(-1L));
        return AnsweredAsOf.of(at, known, position, tree.stream().toList());
    }

    /** Waiting that says whether what it waited for has come. */
    private interface Arrival {
        boolean await() throws InterruptedException;
    }

    private static void await(String field, long position, Arrival arrival) {
        try {
            if (position >= 0 && !arrival.await()) {
                throw new ProblemException(
                                QueryProblem.POSITION_NOT_REACHED,
                                "Position %d has not been applied within %d seconds; ask again shortly."
                                        .formatted(position, BRIEFLY.toSeconds()),
                                Map.of("field", field))
                        .retryAfter(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for position " + position, e);
        }
    }
}
