package gongkai.query.notice.sweep;

import gongkai.query.projection.Rows;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each obligation must be looked at next. */
@Component
class DueIndex {

    /** So many may share the work. */
    private static final int SERVICES = 8;

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    DueIndex(JdbcTemplate jdbc) {
        this.statements = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** @param position the newest record that touched it, which must be known before it is looked at */
    record Claim(String obligation, String jurisdiction, long position) {}

    boolean hasAny(Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM due WHERE next_check_at <= :now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /**
     * For this transaction alone: another service takes others meanwhile. The rows themselves stay free, so that the projector need
     * not wait for a look to end.
     */
    List<Claim> claim(Instant now, int limit) {
        return jdbc.sql("""
                SELECT obligation, jurisdiction, position FROM (
                  SELECT obligation, jurisdiction, position FROM due WHERE next_check_at <= :now
                  ORDER BY next_check_at LIMIT :some
                ) AS first
                WHERE pg_try_advisory_xact_lock(hashtext('gongkai.due'), hashtext(obligation)) LIMIT :limit
                """)
                .params(Map.of("now", now.atOffset(ZoneOffset.UTC), "some", SERVICES * limit, "limit", limit))
                .query(Claim.class)
                .list();
    }

    /** @param again when the next look at it is due; empty: only a new record can change anything */
    record Look(Claim claim, Optional<Instant> again) {}

    /** What a newer record has touched meanwhile, or is touching now, stays due. */
    void lookAgain(List<Look> looked) {
        Rows.of(looked)
                .text(it -> it.claim().jurisdiction())
                .text(it -> it.claim().obligation())
                .number(it -> it.claim().position())
                .text(it -> it.again().map(Instant::toString).orElse("infinity"))
                .write(statements, """
                        WITH looked AS (
                          SELECT due.jurisdiction, due.obligation, it.again::timestamptz
                          FROM unnest(?::text[], ?::text[], ?::int8[], ?::text[])
                            AS it (jurisdiction, obligation, position, again)
                          JOIN due USING (jurisdiction, obligation, position)
                          FOR UPDATE OF due SKIP LOCKED
                        )
                        UPDATE due SET next_check_at = looked.again FROM looked
                        WHERE due.jurisdiction = looked.jurisdiction AND due.obligation = looked.obligation
                        """);
    }
}
