package gongkai.query.notice.topic;

import gongkai.query.durable.DurableSchema;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the topic has everything: the first number that is not yet acknowledged. */
@Component
class NoticePlace {

    private final JdbcClient jdbc;

    NoticePlace(DurableSchema durable) {
        this.jdbc = durable.jdbc();
    }

    /** For this transaction; empty while another service publishes. */
    OptionalLong claim() {
        return jdbc
                .sql("SELECT next FROM durable.notice_place WHERE topic = :topic FOR UPDATE SKIP LOCKED")
                .param("topic", NoticeSession.TOPIC)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(it -> it)
                .findFirst();
    }

    void moveTo(long next) {
        jdbc.sql("UPDATE durable.notice_place SET next = :next WHERE topic = :topic")
                .params(Map.of("topic", NoticeSession.TOPIC, "next", next))
                .update();
    }
}
