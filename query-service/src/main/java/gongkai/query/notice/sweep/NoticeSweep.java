package gongkai.query.notice.sweep;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.query.notice.NoticeStore;
import gongkai.query.notice.rule.Settlement;
import gongkai.query.notice.rule.Settlement.Told;
import gongkai.query.notice.rule.Watch;
import gongkai.query.notice.sweep.DueIndex.Claim;
import gongkai.query.notice.sweep.DueIndex.Look;
import gongkai.query.record.RecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at what is due to be looked at. */
@Component
class NoticeSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSweep.class);

    private static final int AT_A_TIME = 50;

    /** A record that touched the obligation is not in the other tables yet, or it cannot be read. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private static final Duration MUCH_LATER = Duration.ofHours(1);

    /** About what a fact and what was told of it take in memory; a sixteenth of it may be used. */
    private static final long FACT_BYTES = 2_048;

    private final Cache<String, Watch> watches = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 16 / FACT_BYTES)
            .weigher((String _, Watch it) -> it.facts())
            .build();

    private final CountyCalendars calendars = new CountyCalendars();
    private final DueIndex due;
    private final RecordStore records;
    private final NoticeStore notices;
    private final TransactionOperations transaction;

    NoticeSweep(DueIndex due, RecordStore records, NoticeStore notices, TransactionOperations transaction) {
        this.due = due;
        this.records = records;
        this.notices = notices;
        this.transaction = transaction;
    }

    /**
     * Each step is a transaction of its own, so that numbers come out early.
     *
     * @param at everything that was recorded by then must be known
     */
    void run(Instant at) {
        int looked;
        do {
            looked = step(at);
        } while (looked == AT_A_TIME);
    }

    private int step(Instant at) {
        Integer looked = transaction.execute(_ -> {
            var claims = due.claim(at, AT_A_TIME);
            if (!claims.isEmpty()) {
                lookAt(claims, at);
            }
            return claims.size();
        });
        return looked == null ? 0 : looked;
    }

    private void lookAt(List<Claim> claims, Instant at) {
        var chronicles = Chronicles.of(claims, records, calendars);
        var told = notices.told(claims.stream().map(Claim::obligation).toList());
        due.lookAgain(claims.stream()
                .map(it -> new Look(it, look(it, chronicles, told.getOrDefault(it.obligation(), Map.of()), at)))
                .toList());
    }

    /** @return when to look again */
    private Optional<Instant> look(Claim claim, Chronicles chronicles, Map<String, Told> told, Instant at) {
        if (!chronicles.isComplete(claim)) {
            return Optional.of(at.plus(SOON));
        }
        try {
            var chronicle = chronicles.of(claim);
            var watch = watches.get(claim.obligation(), _ -> new Watch());
            var outlook = watch.outlook(chronicle, at);
            watches.put(claim.obligation(), watch);
            var settlement = Settlement.of(outlook, told);
            if (!settlement.isNothing()) {
                notices.settle(settlement, chronicle.lastPosition(), at);
            }
            return outlook.next();
        } catch (IllegalArgumentException e) {
            watches.invalidate(claim.obligation());
            LOG.error("No notices for {}: its records make no history", claim.obligation(), e);
            return Optional.of(at.plus(MUCH_LATER));
        }
    }
}
