package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gongkai.proof.Cosigner;
import gongkai.proof.NoteSigner;
import gongkai.proof.SignedNote;
import gongkai.query.projection.Projector;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Faults of the topic and of the ledger, with a real broker; in the end the tables are as if nothing had happened. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedFaultsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String COUNTY = "610920";

    private TestPostgres postgres;
    private TestKafka kafka;
    private SeededLog log;
    private LogOnTopic topic;
    private LedgerStub ledger;

    /** Each test starts it when the topic is as it wants it. */
    private @Nullable Stage started;

    private int databases;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    @BeforeEach
    void anew() throws Exception {
        kafka.empty();
        topic = new LogOnTopic(kafka.bootstrapServers());
        log = new SeededLog(ThreadLocalRandom.current().nextLong(1_000_000), 5);
        log.grow(600);
        ledger = new LedgerStub(log);
        postgres.createDatabase("feed_" + ++databases);
    }

    @AfterEach
    void end() {
        if (started != null) {
            started.close();
        }
        ledger.close();
        topic.close();
    }

    private Stage instance(String name) {
        return Stage.onBroker(
                postgres,
                "feed_" + databases,
                kafka.bootstrapServers(),
                ledger.setting(),
                "--gongkai.query.instance=" + name);
    }

    private void startService() {
        started = instance("query-1");
    }

    private Stage stage() {
        return Objects.requireNonNull(started);
    }

    private record Answer(int status, JsonNode json) {}

    private Answer get(String path) {
        return Asking.at(stage().url())
                .get()
                .uri(path)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        JsonMapper.shared().readTree(response.getBody().readAllBytes())));
    }

    private void post(String path) {
        Asking.at(stage().url()).post().uri(path).retrieve().toBodilessEntity();
    }

    /** Of the county's records. */
    private JsonNode record(String county) {
        for (var it : get("/api/projections").json().path("items").path(0).path("ledgers")) {
            if (it.path("ledger").asString().equals(county)) {
                return it;
            }
        }
        return JsonMapper.shared().createObjectNode();
    }

    private void awaitAgreement(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                record(COUNTY).path("agreement").path("state").asString(""))
                        .isEqualTo(state));
    }

    private void awaitAll() {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(count("record")).isEqualTo(log.entries().size()));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(count("touched")).isEqualTo(log.entries().size()));
    }

    private int count(String table) {
        return stage().jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    /** As a database that nothing happened to has it. */
    private void assertUntroubled() {
        postgres.createDatabase("untroubled_" + databases);
        try (var untroubled = Stage.byHand(postgres, "untroubled_" + databases)) {
            untroubled.bean(Projector.class).apply(SeededLog.messages(log.entries()));
            assertThat(stage().tables()).isEqualTo(untroubled.tables());
        }
    }

    private SeededLog.Entry middleOf(String county) {
        var all = log.of(county);
        return all.get(all.size() / 2);
    }

    @Test
    void a_message_that_is_missing_is_read_from_the_ledger_and_the_feed_goes_on() {
        var lost = middleOf(COUNTY);
        topic.send(log.entries().stream()
                .filter(it -> it.position() != lost.position())
                .toList());
        startService();
        awaitAll();
        assertThat(ledger.served()).isPositive();
        assertThat(get("/actuator/health").status()).isEqualTo(200);
        assertUntroubled();
    }

    @Test
    void while_the_ledger_is_away_one_partition_stands_still_and_says_so_and_goes_on_by_itself() {
        var lost = middleOf(COUNTY);
        ledger.away(true);
        topic.send(log.entries().stream()
                .filter(it -> it.position() != lost.position())
                .toList());
        startService();
        int others = log.entries().size() - log.of(COUNTY).size();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(count("record")).isEqualTo(others + (int) lost.leaf()));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/actuator/health").status()).isEqualTo(503));
        assertThat(get("/actuator/health").json().toString())
                .contains("ledger 610920: leaf %d was expected".formatted(lost.leaf()));
        topic.send(
                log.grow(20).stream().filter(it -> !it.ledger().equals(COUNTY)).toList());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("record")).isGreaterThan(others + (int) lost.leaf()));
        ledger.away(false);
        topic.send(log.entries().subList(600, 620).stream()
                .filter(it -> it.ledger().equals(COUNTY))
                .toList());
        awaitAll();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/actuator/health").status()).isEqualTo(200));
        assertUntroubled();
    }

    @Test
    void a_forged_message_is_refused_and_the_ledgers_own_record_taken() {
        topic.send(log.entries().subList(0, 300));
        topic.send(COUNTY, "{\"forged\":true}".getBytes(StandardCharsets.UTF_8));
        topic.send(COUNTY, log.of("610921").getFirst().bytes());
        topic.send(COUNTY, null);
        topic.send(log.entries().subList(300, 600));
        startService();
        awaitAll();
        assertThat(ledger.served()).isPositive();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("refused_message")).isEqualTo(3));
        stage().close();
        startServiceFromZero(3);
        assertThat(get("/actuator/health").status()).isEqualTo(200);
        assertUntroubled();
    }

    @Test
    void offsets_set_back_to_zero_change_nothing() {
        topic.send(log.entries());
        startService();
        awaitAll();
        stage().close();
        startService();
        stage().close();
        startServiceFromZero(0);
        assertThat(get("/actuator/health").status()).isEqualTo(200);
        assertUntroubled();
    }

    private void startServiceFromZero(int strangers) {
        try (var offline = Stage.byHand(postgres, "feed_" + databases)) {
            assertThat(offline.jdbc()
                            .sql("UPDATE feed_place SET next_offset = 0 WHERE topic = 'gongkai.events'")
                            .update())
                    .isPositive();
        }
        startService();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage().jdbc()
                                .sql("SELECT sum(next_offset) FROM feed_place WHERE topic = 'gongkai.events'")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(log.entries().size() + strangers));
    }

    @Test
    void partitions_may_move_between_instances_in_mid_stream() {
        topic.send(log.entries().subList(0, 200));
        startService();
        topic.send(log.entries().subList(200, 400));
        try (var second = instance("query-2")) {
            topic.send(log.entries().subList(400, 600));
            try (var third = instance("query-3")) {
                topic.send(log.grow(100));
                stage().close();
                topic.send(log.grow(100));
                startService();
                awaitAll();
                assertThat(List.of(second.tables(), third.tables())).containsOnly(stage().tables());
            }
        }
        assertUntroubled();
    }

    /** A named member of a group is let in again with what it had: nothing, when the topics were not there yet. */
    @Test
    void topics_that_are_made_while_the_service_is_away_are_read_when_it_comes_back() throws Exception {
        topic.close();
        kafka.empty();
        startService();
        awaitJoined("gongkai-projector");
        awaitJoined("gongkai-checkpoint-check");
        stage().close();
        topic = new LogOnTopic(kafka.bootstrapServers());
        topic.send(log.entries());
        var signer = signer(COUNTY);
        ledger.keys(signer.verifierKey());
        topic.checkpoint(COUNTY, System.currentTimeMillis(), LogOnTopic.signed(log.of(COUNTY), 10, signer));
        startService();
        awaitAll();
        awaitAgreement("AGREES");
    }

    private void awaitJoined(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                            .allMatch(it -> it.groupState() == GroupState.STABLE));
        }
    }

    private static NoteSigner signer(String county) throws Exception {
        return new NoteSigner(
                "gongkai/" + county, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    @Test
    void what_came_is_compared_with_each_checkpoint_and_a_planted_change_is_found_and_cured() throws Exception {
        var signer = signer(COUNTY);
        ledger.keys(signer.verifierKey());
        var county = log.of(COUNTY);
        long now = System.currentTimeMillis();
        topic.send(log.entries());
        startService();
        awaitAll();
        assertThat(record(COUNTY).path("agreement").path("state").asString()).isEqualTo("UNCHECKED");
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, 10, signer));
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, county.size(), signer));
        awaitAgreement("AGREES");
        assertThat(record(COUNTY).path("agreement").path("size").asLong()).isEqualTo(county.size());
        assertThat(record(COUNTY).path("root").asString())
                .isEqualTo(LogOnTopic.signed(county, county.size(), signer)
                        .lines()
                        .toList()
                        .get(2));

        log.grow(200);
        var longer = log.of(COUNTY);
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(longer, longer.size(), signer));
        awaitAgreement("BEHIND");
        assertThat(record(COUNTY).path("lag").asLong()).isEqualTo(longer.size() - county.size());

        var planted = new String(longer.get(county.size()).bytes(), StandardCharsets.UTF_8).replace("测试员", "另一人");
        topic.send(COUNTY, planted.getBytes(StandardCharsets.UTF_8));
        topic.send(log.entries().subList(600, 800));
        awaitAgreement("DISAGREES");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/actuator/health").status()).isEqualTo(503));
        assertThat(get("/actuator/health").json().toString()).contains("the ledger signed root");

        awaitAll();
        post("/api/projections/record/rebuild");
        awaitAgreement("AGREES");
        assertThat(record(COUNTY).path("agreement").path("size").asLong()).isEqualTo(longer.size());
        assertThat(get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void a_ledger_that_was_set_back_is_noticed_and_a_stranger_signs_nothing() throws Exception {
        var signer = signer(COUNTY);
        ledger.keys(signer.verifierKey());
        var county = log.of(COUNTY);
        long now = System.currentTimeMillis();
        topic.send(log.entries());
        startService();
        awaitAll();
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, county.size(), signer));
        awaitAgreement("AGREES");
        topic.checkpoint(COUNTY, now + 1, LogOnTopic.signed(county.reversed(), 5, signer(COUNTY)));
        topic.checkpoint(COUNTY, now + 1, LogOnTopic.signed(county, 20, signer));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("awaited_checkpoint")).isZero());
        assertThat(record(COUNTY).path("agreement").path("state").asString()).isEqualTo("AGREES");
        topic.checkpoint(COUNTY, now + 3_600_000, LogOnTopic.signed(county, 20, signer));
        awaitAgreement("DISAGREES");
        assertThat(record(COUNTY).path("agreement").path("reason").asString()).contains("was set back");
    }

    @Test
    void a_new_key_is_trusted_once_it_signed_together_with_the_old_one_and_a_witness_s_never() throws Exception {
        var old = signer(COUNTY);
        var next = signer(COUNTY);
        var county = log.of(COUNTY);
        long now = System.currentTimeMillis();
        ledger.keys(old.verifierKey());
        topic.send(log.entries());
        startService();
        awaitAll();
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, 10, old));
        awaitAgreement("AGREES");
        ledger.keys(next.verifierKey(), old.verifierKey());
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, 20, next, old));
        topic.checkpoint(COUNTY, now, LogOnTopic.signed(county, 30, next));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                record(COUNTY).path("agreement").path("size").asLong())
                        .isEqualTo(30));
        var witness = new Cosigner(
                "witness.example", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        var note = LogOnTopic.signed(county, 40, next);
        var text = SignedNote.parse(note).orElseThrow().text();
        topic.checkpoint(COUNTY, now, note + witness.cosign(text, Instant.now()).line());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                record(COUNTY).path("agreement").path("size").asLong())
                        .isEqualTo(40));
        assertThat(count("trusted_key")).isEqualTo(2);
    }

    @Test
    void a_database_of_before_the_views_is_read_from_the_topic_again() {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("feed_" + databases), postgres.user(), postgres.password())
                .locations("classpath:before-views")
                .load()
                .migrate();
        topic.send(log.entries());
        startService();
        awaitAll();
        assertThat(count("information_schema.tables WHERE table_schema = 'public'"))
                .isZero();
        assertUntroubled();
    }

    @Test
    void a_database_of_before_trails_were_read_from_the_records_is_whole_as_soon_as_it_has_started() {
        try (var before = Stage.byHand(postgres, "feed_" + databases)) {
            before.bean(Projector.class).apply(SeededLog.messages(log.entries()));
            new ResourceDatabasePopulator(new ClassPathResource("before-assignments.sql"))
                    .execute(before.bean(DataSource.class));
        }
        started = Stage.byHand(postgres, "feed_" + databases);
        assertUntroubled();
        assertThat(count("pg_namespace WHERE nspname = 'view_trail'")).isZero();
    }

    @Test
    void every_projection_is_shown_with_its_place_and_an_unknown_one_is_refused() {
        topic.send(log.entries());
        startService();
        awaitAll();
        var items = get("/api/projections").json().path("items");
        assertThat(items.valueStream().map(it -> it.path("name").asString()))
                .containsExactlyInAnyOrder("record", "due", "obligation", "plan", "touchy");
        assertThat(items.valueStream().map(it -> it.path("state").asString())).containsOnly("LIVE");
        assertThat(items.path(0).path("ledgers")).hasSize(5);
        assertThat(record(COUNTY).path("leaf").asLong())
                .isEqualTo(log.of(COUNTY).size() - 1);
        var refused = Asking.at(stage().url())
                .post()
                .uri("/api/projections/nothing/rebuild")
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        JsonMapper.shared().readTree(response.getBody().readAllBytes())));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().path("code").asString()).isEqualTo("PROJECTION_UNKNOWN");
        assertThat(List.of(refused.json().path("detail").asString())).allMatch(it -> it.contains("touchy"));
    }
}
