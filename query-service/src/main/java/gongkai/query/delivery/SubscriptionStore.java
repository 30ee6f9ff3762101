package gongkai.query.delivery;

import gongkai.query.delivery.SubscriptionKey.UnopenedException;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.durable.DurableSchema;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.time.ChinaTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants to be told. Secrets are kept sealed, and opened only to sign. */
@Component
class SubscriptionStore {

    /** Enough for every unit of a large county on every channel. */
    static final int MOST = 2_000;

    private static final String SHOWN =
            "SELECT id, channel, target, jurisdiction, unit, kinds, created_at, disabled FROM durable.subscription";

    private final JdbcClient jdbc;

    private final SubscriptionKey key;

    SubscriptionStore(DurableSchema durable, SubscriptionKey key) {
        this.jdbc = durable.jdbc();
        this.key = key;
        sealAll();
    }

    /** What an earlier release has kept in the clear. */
    void sealAll() {
        for (var id : jdbc.sql("""
                SELECT id FROM durable.subscription
                WHERE NOT (starts_with(coalesce(secret, 'sealed:'), 'sealed:')
                           AND (starts_with(target, 'sealed:') OR channel IN ('WEBHOOK', 'EMAIL')))
                """).query(String.class).list()) {
            recipient(id)
                    .map(it -> it.sealed(key))
                    .ifPresent(it -> jdbc.sql(
                                    "UPDATE durable.subscription SET target = :target, secret = :secret WHERE id = :id")
                            .param("target", it.target())
                            .param("secret", it.secret())
                            .param("id", id)
                            .update());
        }
    }

    /** It hears of what is issued from now on; what was issued before is for {@code GET /api/notices}. */
    SubscriptionItem add(NewSubscription it, @Nullable String secret) {
        var sealed = new Recipient(it.channel(), it.target(), secret).sealed(key);
        return jdbc.sql("""
                INSERT INTO durable.subscription (channel, target, secret, jurisdiction, unit, kinds, next_number)
                SELECT :channel, :target, :secret, :jurisdiction, :unit, CAST(:kinds AS text[]), next
                FROM durable.notice_head
                RETURNING id, channel, target, jurisdiction, unit, kinds, created_at, disabled
                """)
                .param("channel", it.channel().name())
                .param("target", sealed.target())
                .param("secret", sealed.secret())
                .param("jurisdiction", it.jurisdiction())
                .param("unit", it.unit())
                .param("kinds", kinds(it))
                .query((row, _) -> item(row))
                .single();
    }

    private static String @Nullable [] kinds(NewSubscription it) {
        return it.kinds() == null || it.kinds().isEmpty()
                ? null
                : it.kinds().stream().map(Enum::name).toArray(String[]::new);
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM durable.subscription")
                .query(Long.class)
                .single();
    }

    /**
     * In the order in which they were made, which is that of their ids.
     *
     * @param counties only theirs; null: all
     */
    List<SubscriptionItem> after(String id, int limit, String @Nullable [] counties) {
        return jdbc.sql(SHOWN + """
                 WHERE id > :id AND (CAST(:counties AS text[]) IS NULL OR jurisdiction = ANY (:counties))
                ORDER BY id LIMIT :limit
                """)
                .param("id", id)
                .param("counties", counties)
                .param("limit", limit)
                .query((row, _) -> item(row))
                .list();
    }

    Optional<SubscriptionItem> byId(String id) {
        return jdbc.sql(SHOWN + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> item(row))
                .optional();
    }

    /** Sealed. */
    Optional<Recipient> recipient(String id) {
        return jdbc.sql("SELECT channel, target, secret FROM durable.subscription WHERE id = :id")
                .param("id", id)
                .query((row, _) -> new Recipient(Channel.valueOf(row.getString(1)), row.getString(2), row.getString(3)))
                .optional();
    }

    /** With all of its deliveries; empty when there is none. */
    Optional<SubscriptionItem> remove(String id) {
        return jdbc.sql("""
                DELETE FROM durable.subscription WHERE id = :id
                RETURNING id, channel, target, jurisdiction, unit, kinds, created_at, disabled
                """).param("id", id).query((row, _) -> item(row)).optional();
    }

    private SubscriptionItem item(ResultSet row) throws SQLException {
        var channel = Channel.valueOf(row.getString(2));
        return new SubscriptionItem(
                row.getString(1),
                channel,
                shown(channel, row.getString(3)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                kinds(row.getArray(6)),
                ChinaTime.at(row.getObject(7, OffsetDateTime.class).toInstant()),
                Optional.ofNullable(row.getString(8)),
                Optional.empty());
    }

    private String shown(Channel channel, String target) {
        try {
            return SubscriptionItem.shown(channel, key.open(target));
        } catch (UnopenedException _) {
            return "…";
        }
    }

    private static List<NoticeKind> kinds(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((String[]) array.getArray())
                        .map(NoticeKind::valueOf)
                        .toList();
    }
}
