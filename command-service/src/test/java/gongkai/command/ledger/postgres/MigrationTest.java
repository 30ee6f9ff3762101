package gongkai.command.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an earlier release has written goes on under this one. */
@ExtendWith(SharedServers.class)
class MigrationTest {

    @Test
    void a_ledger_that_had_committed_to_no_tree_gets_the_tree_of_its_leaves(TestPostgres postgres) {
        try (var database = LedgerDatabase.of(postgres)) {
            database.migrateTo("1");
            var tree = CompactRange.EMPTY;
            for (int leaf = 0; leaf < 600; leaf++) {
                var record = ("{\"leaf\":" + leaf + "}").getBytes(UTF_8);
                database.jdbc()
                        .sql("""
                                INSERT INTO ledger_event
                                  (position, ledger, leaf, subject, sequence, event_id, type, recorded_at, record)
                                VALUES (:leaf, '610926', :leaf, 's', :leaf, gen_random_uuid(), 't', now(), :record)
                                """)
                        .param("leaf", leaf)
                        .param("record", record)
                        .update();
                tree = tree.plus(Hash.ofLeaf(record));
            }
            database.jdbc()
                    .sql("INSERT INTO ledger_head VALUES ('610926', 600)")
                    .update();
            database.jdbc().sql("UPDATE log_head SET size = 600").update();
            database.migrateTo("latest");
            try (var ledger = database.ledger(InstantSource.system())) {
                assertThat(ledger.tree("610926")).isEqualTo(tree);
                assertThat(ledger.tree("610926", 600).root()).isEqualTo(tree.root());
                assertThat(ledger.hashes("610926", 1, 0, 256)).hasSize(2);
            }
        }
    }
}
