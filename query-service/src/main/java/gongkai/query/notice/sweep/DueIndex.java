package gongkai.query.notice.sweep;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each obligation must be looked at next. */
@Component
class DueIndex {

    private final JdbcClient jdbc;

    DueIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position the newest record that touched it, which must be known before it is looked at */
    record Claim(String obligation, String jurisdiction, long position) {}

    boolean hasAny(Instant now) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM due WHERE next_check_at <= :now)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** For this transaction alone: another service takes others meanwhile. */
    List<Claim> claim(Instant now, int limit) {
        return jdbc.sql("""
                SELECT obligation, jurisdiction, position FROM due WHERE next_check_at <= :now
                ORDER BY next_check_at LIMIT :limit FOR UPDATE SKIP LOCKED
                """)
                .params(Map.of("now", now.atOffset(ZoneOffset.UTC), "limit", limit))
                .query(Claim.class)
                .list();
    }

    /** @param at empty: only a new record can change anything */
    void lookAgain(Claim looked, Optional<Instant> at) {
        jdbc.sql("""
                UPDATE due SET next_check_at = COALESCE(:at, TIMESTAMPTZ 'infinity')
                WHERE jurisdiction = :jurisdiction AND obligation = :obligation
                """)
                .param(
                        "at",
                        at.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("jurisdiction", looked.jurisdiction())
                .param("obligation", looked.obligation())
                .update();
    }
}
