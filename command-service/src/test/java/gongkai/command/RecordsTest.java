package gongkai.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.command.ledger.Ledger;
import gongkai.record.RecordCodec;
import gongkai.testing.SharedServers;
import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** A ledger's records over HTTP, as one reads them who missed some on the topic. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsTest {

    private static final String RECORDS = "/api/ledgers/610926/records";

    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
        for (int i = 0; i < 30; i++) {
            service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县" + i + "\"}");
            service.put("/api/jurisdictions/610922", "application/json", "{\"name\":\"石泉县" + i + "\"}");
        }
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void whoever_follows_the_links_gets_every_leaf_once_in_order() {
        var codec = new RecordCodec();
        var rows = service.bean(Ledger.class).rows("610926", 0, 1_000);
        assertThat(rows).hasSizeGreaterThan(30);
        var path = RECORDS + "?from=0&limit=7";
        int leaf = 0;
        while (!path.isEmpty()) {
            var answer = RestClient.create(service.address())
                    .get()
                    .uri(path)
                    .headers(it -> it.setBearerAuth(TestIssuer.shared().token("reader")))
                    .retrieve()
                    .toEntity(String.class);
            assertThat(answer.getHeaders().getContentType()).hasToString("application/cloudevents-batch+json");
            for (var record : service.send(HttpMethod.GET, path).body()) {
                assertThat(codec.decode(rows.get(leaf).record()).leaf()).isEqualTo(leaf);
                assertThat(record.path("leaf").asLong()).isEqualTo(leaf);
                assertThat(answer.getBody()).contains(new String(rows.get(leaf).record(), UTF_8));
                leaf++;
            }
            var link = answer.getHeaders().getFirst("Link");
            path = link == null ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(leaf).isEqualTo(rows.size());
    }

    @Test
    void past_the_end_there_is_an_empty_batch() {
        assertThat(service.text(RECORDS + "?from=1000&limit=500")).isEqualTo("[]");
        assertThat(service.text(RECORDS + "?from=" + Long.MAX_VALUE)).isEqualTo("[]");
    }

    @Test
    void what_cannot_be_given_is_refused_by_name() {
        refused("/api/ledgers/999999/records?from=0", 404, "JURISDICTION_UNKNOWN");
        refused(RECORDS, 400, "REQUEST_MALFORMED");
        refused(RECORDS + "?from=-1", 422, "FIELD_INVALID");
        refused(RECORDS + "?from=0&limit=1001", 422, "FIELD_INVALID");
        refused(RECORDS + "?from=0&limit=0", 422, "FIELD_INVALID");
    }

    @Test
    void a_missing_leaf_is_not_stepped_over() {
        service.bean(JdbcClient.class)
                .sql("DELETE FROM ledger_event WHERE ledger = '610922' AND leaf = 5")
                .update();
        assertThat(service.text("/api/ledgers/610922/records?from=0&limit=5")).startsWith("[{");
        refused("/api/ledgers/610922/records?from=0&limit=6", 409, "LEDGER_DAMAGED");
    }

    private void refused(String path, int status, String code) {
        var answer = service.send(HttpMethod.GET, path);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.text("code")).as(path).isEqualTo(code);
    }
}
