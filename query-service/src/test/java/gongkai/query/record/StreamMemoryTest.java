package gongkai.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.SeededLog;
import gongkai.query.SeededLog.Entry;
import gongkai.query.Stage;
import gongkai.query.projection.Projector;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is remembered of streams answers as the table would, whatever was asked before. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamMemoryTest {

    private final RecordCodec codec = new RecordCodec();
    private final SeededLog log = new SeededLog(ThreadLocalRandom.current().nextLong(1_000_000), 2);
    private Stage stage;
    private StreamMemory memory;

    @BeforeAll
    void start(TestPostgres postgres) {
        postgres.createDatabase("streams");
        stage = Stage.byHand(postgres, "streams");
    }

    @AfterAll
    void stop() {
        stage.close();
    }

    @BeforeEach
    void grow() {
        memory = new StreamMemory(stage.jdbc());
        add();
    }

    private void add() {
        assertThat(stage.bean(Projector.class).apply(SeededLog.messages(log.grow(200))))
                .isEmpty();
    }

    private long last() {
        return log.entries().getLast().position();
    }

    private Map<String, List<EventRecord>> read(long known) {
        return memory.read(written(last()).keySet(), known);
    }

    /** What the log itself has of each stream up to a position. */
    private Map<String, List<EventRecord>> written(long known) {
        return log.entries().stream()
                .filter(it -> it.position() <= known)
                .map(Entry::bytes)
                .map(codec::decode)
                .collect(Collectors.groupingBy(EventRecord::subject));
    }

    private static Map<String, List<EventRecord>> withoutEmpty(Map<String, List<EventRecord>> streams) {
        return streams.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void a_stream_that_grew_is_whole() {
        assertThat(read(last())).isEqualTo(written(last()));
        add();
        assertThat(read(last())).isEqualTo(written(last()));
    }

    @Test
    void what_was_known_can_be_asked_in_any_order() {
        for (long known : new long[] {last() / 2, last(), 0, last() / 3, last() - 1, last()}) {
            assertThat(withoutEmpty(read(known))).isEqualTo(written(known));
        }
    }

    @Test
    void what_was_read_once_is_not_read_again() {
        read(last());
        stage.jdbc().sql("ALTER TABLE record RENAME COLUMN record TO hidden").update();
        stage.jdbc()
                .sql("ALTER TABLE record ADD COLUMN record bytea NOT NULL DEFAULT 'no record'")
                .update();
        try {
            assertThat(read(last())).isEqualTo(written(last()));
        } finally {
            stage.jdbc().sql("ALTER TABLE record DROP COLUMN record").update();
            stage.jdbc()
                    .sql("ALTER TABLE record RENAME COLUMN hidden TO record")
                    .update();
        }
    }

    @Test
    void records_that_were_built_anew_are_read_anew() {
        read(last());
        long kept = last() / 2;
        stage.jdbc().sql("CREATE TABLE anew (LIKE record INCLUDING ALL)").update();
        stage.jdbc()
                .sql("INSERT INTO anew SELECT * FROM record WHERE position <= :kept")
                .param("kept", kept)
                .update();
        rename("record", "aside");
        rename("anew", "record");
        try {
            assertThat(withoutEmpty(read(last()))).isEqualTo(written(kept));
        } finally {
            rename("record", "anew");
            rename("aside", "record");
        }
        assertThat(read(last())).isEqualTo(written(last()));
        stage.jdbc().sql("DROP TABLE anew").update();
    }

    private void rename(String table, String name) {
        stage.jdbc().sql("ALTER TABLE " + table + " RENAME TO " + name).update();
    }
}
