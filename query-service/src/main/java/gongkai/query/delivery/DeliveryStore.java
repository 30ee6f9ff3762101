package gongkai.query.delivery;

import gongkai.query.delivery.channel.Channel;
import gongkai.query.durable.DurableSchema;
import gongkai.query.notice.NoticeStore;
import gongkai.query.notice.NumberedNotice;
import gongkai.time.ChinaTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be sent to whom, and when it is tried next. Times are the database's, so that all services agree. */
@Component
class DeliveryStore {

    private static final String SHOWN =
            "SELECT id, subscription, notice, number, state, attempts, next_attempt_at, last_error FROM durable.delivery";

    private final JdbcClient jdbc;
    private final NoticeStore notices;

    DeliveryStore(DurableSchema durable, NoticeStore notices) {
        this.jdbc = durable.jdbc();
        this.notices = notices;
    }

    /**
     * An attempt that this service has claimed.
     *
     * @param to sealed
     * @param number which one it is, from 1
     */
    record Attempt(UUID id, String subscription, Recipient to, NumberedNotice notice, int number) {}

    /** One for each subscription and newly issued notice that it wants; each subscription's place moves with it. */
    int fanOut() {
        return jdbc.sql("""
                WITH moved AS (
                  UPDATE durable.subscription s SET next_number = h.next
                  FROM (SELECT it.id, it.next_number AS before, head.next
                        FROM durable.subscription it CROSS JOIN durable.notice_head head
                        WHERE it.disabled IS NULL AND it.next_number < head.next
                        FOR UPDATE OF it SKIP LOCKED) h
                  WHERE s.id = h.id
                  RETURNING s.id, s.jurisdiction, s.unit, s.kinds, h.before, h.next)
                INSERT INTO durable.delivery (subscription, number, notice)
                SELECT m.id, n.number, n.id
                FROM moved m JOIN durable.notice n
                  ON n.number >= m.before AND n.number < m.next AND n.jurisdiction = m.jurisdiction
                  AND (m.unit IS NULL OR n.unit = m.unit) AND (m.kinds IS NULL OR n.kind = ANY (m.kinds))
                """).update();
    }

    /** A notice whose reason has gone is not sent any more, nor what takes back or ends one that was not sent. */
    void skip() {
        jdbc.sql("""
                UPDATE durable.delivery d SET state = 'SKIPPED', settled_at = now()
                FROM durable.notice n
                WHERE d.state = 'PENDING' AND d.claimed_until <= now()
                  AND n.number = d.number AND n.over_at IS NOT NULL
                """).update();
        jdbc.sql("""
                UPDATE durable.delivery d SET state = 'SKIPPED', settled_at = now()
                FROM durable.delivery earlier
                WHERE d.state = 'PENDING' AND d.claimed_until <= now()
                  AND d.notice ~ '/(WITHDRAWN|CURED)$'
                  AND earlier.notice = regexp_replace(d.notice, '/(WITHDRAWN|CURED)$', '')
                  AND earlier.subscription = d.subscription AND earlier.state = 'SKIPPED'
                """).update();
    }

    /** The oldest of each subscription. Until {@code lease} is over nobody else tries it. */
    List<Attempt> claim(int limit, Duration lease) {
        return jdbc.sql("""
                WITH claimed AS (
                  SELECT d.id FROM durable.delivery d
                  WHERE d.state = 'PENDING' AND d.next_attempt_at <= now() AND d.claimed_until <= now()
                    AND d.number = (SELECT min(e.number) FROM durable.delivery e
                                    WHERE e.subscription = d.subscription AND e.state = 'PENDING'
                                      AND e.next_attempt_at <= now() AND e.claimed_until <= now())
                  ORDER BY d.next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                UPDATE durable.delivery d
                SET attempts = d.attempts + 1, claimed_until = now() + make_interval(secs => :lease)
                FROM claimed, durable.subscription s
                WHERE d.id = claimed.id AND s.id = d.subscription
                RETURNING d.id, s.id, s.channel, s.target, s.secret, d.number, d.attempts
                """)
                .params(Map.of("limit", limit, "lease", (double) lease.toSeconds()))
                .query((row, _) -> attempt(row))
                .list();
    }

    private Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Recipient(Channel.valueOf(row.getString(3)), row.getString(4), row.getString(5)),
                notice(row.getLong(6)),
                row.getInt(7));
    }

    private NumberedNotice notice(long number) {
        return notices.after(number - 1, null, null, 1).getFirst();
    }

    void delivered(UUID id) {
        jdbc.sql(
                        "UPDATE durable.delivery SET state = 'DELIVERED', settled_at = now(), last_error = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    void tryAgain(UUID id, Duration in, String why) {
        jdbc.sql("""
                UPDATE durable.delivery
                SET next_attempt_at = now() + make_interval(secs => :in), claimed_until = '-infinity', last_error = :why
                WHERE id = :id
                """)
                .params(Map.of("id", id, "in", in.toMillis() / 1_000.0, "why", abridged(why)))
                .update();
    }

    void giveUp(UUID id, String why) {
        jdbc.sql("UPDATE durable.delivery SET state = 'FAILED', settled_at = now(), last_error = :why WHERE id = :id")
                .params(Map.of("id", id, "why", abridged(why)))
                .update();
    }

    /** Nothing more is sent to it; what waits is given up. */
    void disable(String subscription, String why) {
        jdbc.sql("UPDATE durable.subscription SET disabled = :why WHERE id = :id")
                .params(Map.of("id", subscription, "why", why))
                .update();
        jdbc.sql("""
                UPDATE durable.delivery SET state = 'FAILED', settled_at = now(), last_error = :why
                WHERE subscription = :id AND state = 'PENDING'
                """).params(Map.of("id", subscription, "why", why)).update();
    }

    boolean isDisabled(String subscription) {
        return jdbc.sql("SELECT disabled IS NOT NULL FROM durable.subscription WHERE id = :id")
                .param("id", subscription)
                .query(Boolean.class)
                .single();
    }

    /** Begins anew, with all its attempts; empty when it is not FAILED. */
    Optional<DeliveryItem> sendAgain(UUID id) {
        var again = jdbc.sql("""
                UPDATE durable.delivery
                SET state = 'PENDING', attempts = 0, next_attempt_at = now(), claimed_until = '-infinity', settled_at = NULL
                WHERE id = :id AND state = 'FAILED'
                """).param("id", id).update();
        return again == 0 ? Optional.empty() : byId(id);
    }

    Optional<DeliveryItem> byId(UUID id) {
        return jdbc.sql(SHOWN + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> item(row))
                .optional();
    }

    String jurisdictionOf(DeliveryItem it) {
        return jdbc.sql("SELECT jurisdiction FROM durable.subscription WHERE id = :id")
                .param("id", it.subscription())
                .query(String.class)
                .single();
    }

    /**
     * In the order in which they were made, which is that of their ids.
     *
     * @param counties only of their subscriptions; null: all
     */
    List<DeliveryItem> after(
            UUID id,
            @Nullable String subscription,
            @Nullable DeliveryState state,
            int limit,
            String @Nullable [] counties) {
        return jdbc.sql(SHOWN + """
                 WHERE id > :id
                  AND (CAST(:subscription AS text) IS NULL OR subscription = :subscription)
                  AND (CAST(:state AS text) IS NULL OR state = :state)
                  AND (CAST(:counties AS text[]) IS NULL OR subscription IN (
                    SELECT s.id FROM durable.subscription s WHERE s.jurisdiction = ANY (:counties)))
                ORDER BY id LIMIT :limit
                """)
                .param("id", id)
                .param("subscription", subscription)
                .param("state", state == null ? null : state.name())
                .param("counties", counties)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    /** How many are PENDING, and how many FAILED; each by its own index. */
    Map<String, Long> undelivered() {
        return jdbc.sql("""
                SELECT 'PENDING', count(*) FROM durable.delivery WHERE state = 'PENDING'
                UNION ALL
                SELECT 'FAILED', count(*) FROM durable.delivery WHERE state = 'FAILED'
                """).query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DeliveryItem item(ResultSet row) throws SQLException {
        var state = DeliveryState.valueOf(row.getString(5));
        return new DeliveryItem(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                state,
                row.getInt(6),
                state == DeliveryState.PENDING
                        ? Optional.of(ChinaTime.at(
                                row.getObject(7, OffsetDateTime.class).toInstant()))
                        : Optional.empty(),
                Optional.ofNullable(row.getString(8)));
    }

    private static String abridged(String why) {
        return why.length() <= 500 ? why : why.substring(0, 500);
    }
}
