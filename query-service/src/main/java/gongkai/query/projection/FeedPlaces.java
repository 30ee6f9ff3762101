package gongkai.query.projection;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each partition of a topic goes on. The broker's own offsets are only for its tools. */
@Component
public class FeedPlaces {

    private final JdbcTemplate statements;
    private final JdbcClient jdbc;

    FeedPlaces(JdbcTemplate jdbc) {
        this.statements = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Offset by partition, for those that were ever read. */
    public Map<Integer, Long> of(String topic) {
        return jdbc
                .sql("SELECT partition, next_offset FROM feed_place WHERE topic = :topic")
                .param("topic", topic)
                .query((row, _) -> Map.entry(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param next offset by partition */
    public void move(String topic, Map<Integer, Long> next) {
        Rows.of(next.entrySet())
                .text(_ -> topic)
                .number(Map.Entry::getKey)
                .number(Map.Entry::getValue)
                .write(statements, """
                        INSERT INTO feed_place (topic, partition, next_offset)
                        SELECT * FROM unnest(?::text[], ?::int8[], ?::int8[])
                        ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
                        """);
    }
}
