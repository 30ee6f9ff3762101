package gongkai.query.projection;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that were refused and then left behind, so that nobody stumbles over them again. */
@Component
class Refusals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    boolean isLeftBehind(Message it) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM refused_message
                  WHERE topic = :topic AND partition = :partition AND at_offset = :offset)
                """).params(place(it)).query(Boolean.class).single();
    }

    void leaveBehind(Obstacle it) {
        jdbc.sql("""
                INSERT INTO refused_message (topic, partition, at_offset, reason, since)
                VALUES (:topic, :partition, :offset, :reason, :since) ON CONFLICT DO NOTHING
                """)
                .params(place(it.at()))
                .param("reason", it.reason().replace('\0', '␀'))
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Map<String, Object> place(Message it) {
        return Map.of("topic", it.topic(), "partition", it.partition(), "offset", it.offset());
    }
}
