package gongkai.command.relay;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the topic has everything: the first position that is not yet acknowledged. */
final class RelayPlace {

    private final JdbcClient jdbc;

    RelayPlace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        return jdbc.sql("SELECT next_position FROM relay_place WHERE topic = :topic")
                .param("topic", EventTopic.NAME)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void moveTo(long next) {
        jdbc.sql("""
                INSERT INTO relay_place (topic, next_position) VALUES (:topic, :next)
                ON CONFLICT (topic) DO UPDATE SET next_position = excluded.next_position
                """).params(Map.of("topic", EventTopic.NAME, "next", next)).update();
    }
}
