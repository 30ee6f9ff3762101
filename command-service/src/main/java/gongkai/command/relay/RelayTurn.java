package gongkai.command.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One relay's turn. Each step prolongs it; once another's has begun, every step is refused. */
final class RelayTurn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayTurn.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final long epoch;
    private long lastStep = System.nanoTime();

    RelayTurn(JdbcClient jdbc, long epoch) {
        this.jdbc = jdbc;
        this.epoch = epoch;
    }

    /** @throws TurnOverException when it is another's turn */
    Place place() {
        return jdbc.sql("""
                SELECT next_position, topic_id, ends FROM relay_place WHERE topic = :topic AND epoch = :epoch
                """)
                .params(Map.of("topic", EventTopic.NAME, "epoch", epoch))
                .query((row, _) -> new Place(
                        row.getLong(1),
                        row.getString(2).isEmpty() ? Uuid.ZERO_UUID : Uuid.fromString(row.getString(2)),
                        List.of((Long[]) row.getArray(3).getArray())))
                .optional()
                .orElseThrow(TurnOverException::new);
    }

    /** @throws TurnOverException when it is another's turn; nothing was changed then */
    void moveTo(Place place) {
        step(
                "next_position = :next, topic_id = :id, ends = :ends,",
                Map.of(
                        "next", place.next(),
                        "id", place.topic().toString(),
                        "ends", place.ends().toArray(Long[]::new)));
    }

    /**
     * Looks no more than once a second.
     *
     * @throws TurnOverException when it is another's turn
     */
    void prolong() {
        if (System.nanoTime() - lastStep > LOOK.toNanos()) {
            step("", Map.of());
        }
    }

    private void step(String changes, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.putAll(Map.of("topic", EventTopic.NAME, "epoch", epoch, "turn", RelayPlace.TURN.toSeconds()));
        int rows = jdbc.sql("UPDATE relay_place SET " + changes
                        + " expires_at = clock_timestamp() + make_interval(secs => :turn)"
                        + " WHERE topic = :topic AND epoch = :epoch")
                .params(all)
                .update();
        if (rows == 0) {
            throw new TurnOverException();
        }
        lastStep = System.nanoTime();
    }

    /** Lets another relay begin at once. */
    @Override
    public void close() {
        try {
            jdbc.sql("UPDATE relay_place SET expires_at = clock_timestamp() WHERE topic = :topic AND epoch = :epoch")
                    .params(Map.of("topic", EventTopic.NAME, "epoch", epoch))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("The relay's turn was not given back and ends by itself: {}", e.getMessage());
        }
    }
}
