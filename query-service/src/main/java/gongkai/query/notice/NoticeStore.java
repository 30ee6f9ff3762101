package gongkai.query.notice;

import gongkai.query.durable.DurableSchema;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.query.notice.rule.Settlement;
import gongkai.query.notice.rule.Settlement.Told;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps each notice once. Settling happens in the caller's transaction: all of it is there, or nothing. */
@Component
public class NoticeStore {

    private final JdbcClient jdbc;

    NoticeStore(DurableSchema durable) {
        this.jdbc = durable.jdbc();
    }

    /** What was told about obligations before: by obligation, and by id in the order of the numbers. */
    public Map<String, Map<String, Told>> told(Collection<String> obligations) {
        Map<String, Map<String, Told>> told = new HashMap<>();
        jdbc.sql("""
                SELECT obligation, id, kind, number IS NOT NULL, over_at IS NOT NULL FROM durable.notice
                WHERE obligation = ANY (:obligations) ORDER BY number, id
                """).param("obligations", obligations.toArray(String[]::new)).query(row -> {
            told.computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>())
                    .put(
                            row.getString(2),
                            new Told(NoticeKind.valueOf(row.getString(3)), row.getBoolean(4), row.getBoolean(5)));
        });
        return told;
    }

    /**
     * Numbers follow the order of commits: the head row stays locked until the transaction ends.
     *
     * @param position the newest record of the obligation that was known
     */
    public void settle(Settlement it, long position, Instant at) {
        over(it.over(), at);
        over(it.mistaken(), at);
        List<NoticeItem> issue = new ArrayList<>();
        it.mistaken().forEach(id -> issue.add(byId(id).withdrawn(position, at)));
        it.issue().stream().map(NoticeItem::of).forEach(issue::add);
        if (!issue.isEmpty()) {
            var number = allot(issue.size());
            for (var notice : issue) {
                insert(notice, number++, at);
            }
        }
        it.lapse().stream().map(NoticeItem::of).forEach(notice -> insert(notice, null, at));
    }

    private long allot(int count) {
        return jdbc.sql("UPDATE durable.notice_head SET next = next + :count RETURNING next - :count")
                .param("count", count)
                .query(Long.class)
                .single();
    }

    private void insert(NoticeItem it, @Nullable Long number, Instant at) {
        jdbc.sql("""
                INSERT INTO durable.notice
                  (id, number, jurisdiction, unit, obligation, kind, raised_at, settled_at, document)
                VALUES (:id, :number, :jurisdiction, :unit, :obligation, :kind, :raisedAt, :at, :document)
                """)
                .param("id", it.id())
                .param("number", number)
                .param("jurisdiction", it.jurisdiction())
                .param("unit", it.unit())
                .param("obligation", it.obligation())
                .param("kind", it.kind().name())
                .param("raisedAt", it.raisedAt())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("document", NoticeCodec.encode(it))
                .update();
    }

    private void over(Iterable<String> ids, Instant at) {
        ids.forEach(id -> jdbc.sql("UPDATE durable.notice SET over_at = :at WHERE id = :id AND over_at IS NULL")
                .params(Map.of("id", id, "at", at.atOffset(ZoneOffset.UTC)))
                .update());
    }

    private NoticeItem byId(String id) {
        return NoticeCodec.decode(jdbc.sql("SELECT document FROM durable.notice WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    /** Issued ones after that number, in their order. */
    public List<NumberedNotice> after(long number, @Nullable String jurisdiction, @Nullable String unit, int limit) {
        return jdbc.sql("""
                SELECT number, document FROM durable.notice
                WHERE number > :number
                  AND (CAST(:jurisdiction AS text) IS NULL OR jurisdiction = :jurisdiction)
                  AND (CAST(:unit AS text) IS NULL OR unit = :unit)
                ORDER BY number LIMIT :limit
                """)
                .param("number", number)
                .param("jurisdiction", jurisdiction)
                .param("unit", unit)
                .param("limit", limit)
                .query((row, _) -> new NumberedNotice(row.getLong(1), NoticeCodec.decode(row.getString(2))))
                .list();
    }
}
