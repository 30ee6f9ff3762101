package gongkai.query.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.query.LedgerOnTopic;
import gongkai.query.RunningQuery;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From a record on the topic to the receivers, each channel as its makers document it. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {

    private static final String NOW = "2019-04-01T01:00:00Z";
    private static final String LINE = "老县镇：“镇情概况”的期限由";

    private LedgerOnTopic ledger;
    private Receiver robots;
    private GreenMail mail;
    private RunningQuery service;
    private long position = 2;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) throws Exception {
        postgres.createDatabase("gongkai_query");
        ledger = new LedgerOnTopic(kafka.bootstrapServers());
        ledger.openCounty();
        robots = new Receiver();
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        service = RunningQuery.start(
                postgres,
                kafka,
                NOW,
                "--gongkai.query.keys=" + directory,
                "--gongkai.delivery.allowed-networks=127.0.0.0/8",
                "--gongkai.delivery.waits=300ms,3s",
                "--gongkai.delivery.mail-from=gongkai@example.gov.cn",
                "--gongkai.delivery.wecom-url=" + robots.url(),
                "--gongkai.delivery.dingtalk-url=" + robots.url(),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort());
        eventually(() -> assertThat(service.notices()).hasSize(1));
    }

    @AfterAll
    void stop() {
        service.close();
        mail.stop();
        robots.close();
        ledger.close();
    }

    private static void eventually(ThrowingRunnable sentence) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(sentence);
    }

    /** A moved end is news at once. */
    private void moveTheEnd() {
        position++;
        ledger.send(
                position,
                Instant.parse("2019-03-31T00:00:00Z").plusSeconds(position),
                LedgerOnTopic.OBLIGATION,
                new ObligationExtended(
                        "once",
                        LocalDate.parse("2019-06-01").plusDays(position),
                        new Basis("说明", "县政府办"),
                        Instant.parse("2019-03-31T00:00:00Z").plusSeconds(position)));
    }

    private RunningQuery.Answer subscribe(String channel, String target, String more) {
        return service.post("/api/subscriptions", """
                {"channel":"%s","target":"%s","jurisdiction":"610926","unit":"610926-T03","kinds":["DUE_MOVED"]%s}
                """.formatted(channel, target, more));
    }

    private String subscribed(String channel, String target, String more) {
        var answer = subscribe(channel, target, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString("");
    }

    private String deliveries(String subscription, String state) {
        return service.get("/api/deliveries?subscription=%s&state=%s".formatted(subscription, state))
                .text();
    }

    @ParameterizedTest
    @CsvSource({"node, receive.mjs", "python3, receive.py"})
    void the_example_in_another_language_verifies_a_notice_and_prints_it_once(String program, String file)
            throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var answer = subscribe("WEBHOOK", "http://127.0.0.1:" + port, "");
        var secret = answer.json().path("secret").asString("");
        assertThat(secret).startsWith("whsec_");
        var id = answer.json().path("id").asString("");
        try (var example = new ExampleReceiver(program, file, port, secret)) {
            eventually(() -> assertThat(example.lines()).contains("listening on " + port));
            moveTheEnd();
            eventually(() -> assertThat(example.lines()).anyMatch(it -> it.startsWith("DUE_MOVED 610926-T03 " + LINE)));
            assertThat(tampered(port).statusCode()).isEqualTo(401);
            assertThat(example.lines()).hasSize(2);
            assertThat(tested(id).path("status").asInt()).isEqualTo(204);
            eventually(() -> assertThat(example.lines().getLast()).startsWith("TEST 610926-T03 测试："));
        }
        assertThat(service.get("/api/subscriptions/" + id).text()).doesNotContain(secret, "secret");
        assertThat(service.get("/api/subscriptions").text()).contains(id).doesNotContain(secret);
        assertThat(service.delete("/api/subscriptions/" + id).status()).isEqualTo(200);
        assertThat(service.get("/api/subscriptions/" + id).code()).isEqualTo("SUBSCRIPTION_UNKNOWN");
        assertThat(service.delete("/api/subscriptions/" + id).code()).isEqualTo("SUBSCRIPTION_UNKNOWN");
    }

    /** Signed with another secret than the receiver's. */
    private static HttpResponse<Void> tampered(int port) throws Exception {
        var second = Long.toString(Instant.now().getEpochSecond());
        var body = "{\"id\":\"x\",\"data\":{}}";
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                            .header("webhook-id", "x")
                            .header("webhook-timestamp", second)
                            .header(
                                    "webhook-signature",
                                    gongkai.query.delivery.channel.WebhookSignature.sign(
                                            gongkai.query.delivery.channel.WebhookSignature.newSecret(),
                                            "x",
                                            Long.parseLong(second),
                                            body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    @Test
    void what_failed_is_tried_again_with_the_same_id_until_it_is_taken() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.willAnswer(500, "");
            receiver.willAnswer(302, "");
            var id = subscribed("WEBHOOK", receiver.url() + "/hook?a=1", "");
            moveTheEnd();
            eventually(() -> assertThat(deliveries(id, "DELIVERED")).contains("\"attempts\":3"));
            assertThat(receiver.posted()).hasSize(3).allSatisfy(it -> {
                assertThat(it.path()).isEqualTo("/hook?a=1");
                assertThat(it.id()).isEqualTo(it.body().path("id").asString(""));
                assertThat(it.body().path("type").asString("")).isEqualTo("gongkai.notice.v1");
            });
            service.delete("/api/subscriptions/" + id);
        }
    }

    @Test
    void what_is_given_up_is_listed_with_its_reason_and_can_be_sent_again() throws Exception {
        try (var receiver = new Receiver()) {
            for (int i = 0; i < 3; i++) {
                receiver.willAnswer(503, "");
            }
            var id = subscribed("WEBHOOK", receiver.url(), "");
            moveTheEnd();
            eventually(() -> assertThat(deliveries(id, "FAILED"))
                    .contains("\"attempts\":3", "\"lastError\":\"The receiver answered 503\""));
            var delivery = service.get("/api/deliveries?subscription=" + id)
                    .json()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString("");
            assertThat(service.post("/api/deliveries/" + delivery + "/retries", "")
                            .status())
                    .isEqualTo(202);
            eventually(() -> assertThat(deliveries(id, "DELIVERED")).contains(delivery));
            assertThat(service.post("/api/deliveries/" + delivery + "/retries", "")
                            .code())
                    .isEqualTo("DELIVERY_NOT_FAILED");
            assertThat(service.post("/api/deliveries/" + new java.util.UUID(0, 1) + "/retries", "")
                            .code())
                    .isEqualTo("DELIVERY_UNKNOWN");
            service.delete("/api/subscriptions/" + id);
        }
    }

    @Test
    void who_answers_410_hears_no_more() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.willAnswer(410, "");
            var id = subscribed("WEBHOOK", receiver.url(), "");
            moveTheEnd();
            eventually(() -> assertThat(service.get("/api/subscriptions/" + id).text())
                    .contains("\"disabled\":\"The receiver answered 410: it wants no more\""));
            moveTheEnd();
            var delivery = service.get("/api/deliveries?state=FAILED&subscription=" + id)
                    .json()
                    .path("items");
            assertThat(delivery).hasSize(1);
            assertThat(service.post(
                                    "/api/deliveries/"
                                            + delivery.get(0).path("id").asString("") + "/retries",
                                    "")
                            .code())
                    .isEqualTo("SUBSCRIPTION_DISABLED");
            assertThat(receiver.posted()).hasSize(1);
        }
    }

    @Test
    void a_notice_whose_reason_has_gone_is_not_sent_late_nor_what_takes_it_back() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.willAlwaysAnswer(500);
            var id = service.post("/api/subscriptions", """
                    {"channel":"WEBHOOK","target":"%s","jurisdiction":"610926"}
                    """.formatted(receiver.url()))
                    .json()
                    .path("id")
                    .asString("");
            moveTheEnd();
            eventually(() -> assertThat(receiver.posted()).anyMatch(it -> isMove(it, position)));
            long gone = position;
            moveTheEnd();
            eventually(() -> assertThat(receiver.posted()).anyMatch(it -> isMove(it, position)));
            receiver.willAlwaysAnswer(204);
            eventually(() -> assertThat(deliveries(id, "PENDING")).contains("\"items\":[]"));
            var skipped = service.get("/api/deliveries?state=SKIPPED&subscription=" + id)
                    .json()
                    .path("items");
            assertThat(skipped).hasSize(2);
            assertThat(skipped.get(1).path("notice").asString(""))
                    .isEqualTo(skipped.get(0).path("notice").asString("") + "/WITHDRAWN");
            assertThat(receiver.posted().stream().filter(it -> isMove(it, gone)).count())
                    .isLessThan(3);
            service.delete("/api/subscriptions/" + id);
        }
    }

    private static boolean isMove(Receiver.Posted it, long position) {
        return it.body().path("data").path("kind").asString("").equals("DUE_MOVED")
                && it.body().path("data").path("position").asLong() == position;
    }

    @Test
    void a_mail_has_the_sentence_as_its_subject() throws Exception {
        var id = subscribed("EMAIL", "office@example.gov.cn", "");
        moveTheEnd();
        var message = awaitMailTo("office@example.gov.cn");
        assertThat(message.getSubject()).startsWith(LINE);
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("office@example.gov.cn");
        assertThat(message.getHeader("X-Gongkai-Notice")[0]).contains("/DUE_MOVED");
        service.delete("/api/subscriptions/" + id);
    }

    private MimeMessage awaitMailTo(String address) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Arrays.stream(mail.getReceivedMessages())
                                .filter(it -> recipients(it).contains(address))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String recipients(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_wecom_robot_that_refuses_in_a_200_is_tried_again_and_its_key_is_not_shown() {
        var key = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
        robots.willAnswer(200, "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        var id = subscribed("WECOM", key, "");
        moveTheEnd();
        eventually(() -> assertThat(deliveries(id, "DELIVERED")).contains("\"attempts\":2"));
        assertThat(robots.posted())
                .filteredOn(it -> it.path().equals("/cgi-bin/webhook/send?key=" + key))
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.body().path("msgtype").asString("")).isEqualTo("text");
                    assertThat(it.body().path("text").path("content").asString(""))
                            .startsWith(LINE);
                });
        assertThat(service.get("/api/subscriptions/" + id).text())
                .contains("\"target\":\"…5aaa\"")
                .doesNotContain(key);
        service.delete("/api/subscriptions/" + id);
    }

    @Test
    void a_dingtalk_robot_gets_its_signed_address() {
        var token = "566cc69da782ec33e42541b09b08551f09fbe864eb8008112e994b43887";
        var id = subscribed("DINGTALK", token, ",\"secret\":\"SEC000000000000000000000\"");
        moveTheEnd();
        eventually(() -> assertThat(deliveries(id, "DELIVERED")).contains("\"attempts\":1"));
        assertThat(robots.posted())
                .filteredOn(it -> it.path().contains(token))
                .singleElement()
                .satisfies(it -> assertThat(it.path())
                        .matches("/robot/send\\?access_token=" + token + "&timestamp=\\d{13}&sign=[A-Za-z0-9%]+"));
        service.delete("/api/subscriptions/" + id);
    }

    @Test
    void the_database_tells_no_secret_not_even_one_that_an_earlier_release_kept_in_the_clear() {
        var token = "566cc69da782ec33e42541b09b08551f09fbe864eb8008112e994b4388f";
        var id = subscribed("DINGTALK", token, ",\"secret\":\"SEC111111111111111111111\"");
        assertThat(kept(id)).matches("DINGTALK sealed:\\S+ sealed:\\S+");
        service.jdbc()
                .sql(
                        "UPDATE durable.subscription SET target = :token, secret = 'SEC22222222222222222222' WHERE id = :id")
                .param("token", token)
                .param("id", id)
                .update();
        assertThat(tested(id).path("delivered").asBoolean()).isTrue();
        service.bean(SubscriptionStore.class).sealAll();
        assertThat(kept(id)).matches("DINGTALK sealed:\\S+ sealed:\\S+");
        assertThat(tested(id).path("delivered").asBoolean()).isTrue();
        assertThat(service.get("/api/subscriptions/" + id).text()).contains("\"target\":\"…388f\"");
        service.jdbc()
                .sql("UPDATE durable.subscription SET secret = 'sealed:AAAA' WHERE id = :id")
                .param("id", id)
                .update();
        assertThat(tested(id).path("error").asString("")).contains("subscription-key", "subscribe anew");
        service.delete("/api/subscriptions/" + id);
    }

    private String kept(String subscription) {
        return service.jdbc()
                .sql("SELECT concat_ws(' ', channel, target, secret) FROM durable.subscription WHERE id = :id")
                .param("id", subscription)
                .query(String.class)
                .single();
    }

    @Test
    void a_moved_end_stays_the_same_entry_of_the_calendar_and_counts_on() {
        var before = sequence();
        moveTheEnd();
        eventually(() -> assertThat(sequence()).isEqualTo(before + 1));
        assertThat(calendar())
                .contains("DTSTART;VALUE=DATE:"
                        + LocalDate.parse("2019-06-01").plusDays(position).format(DateTimeFormatter.BASIC_ISO_DATE))
                .containsOnlyOnce("BEGIN:VEVENT");
        assertThat(service.get("/api/units/610926-X1/deadlines.ics").code()).isEqualTo("UNIT_UNKNOWN");
    }

    /** Unfolded. */
    private String calendar() {
        return service.get("/api/units/610926-T03/deadlines.ics").text().replace("\r\n ", "");
    }

    private int sequence() {
        var text = calendar();
        assertThat(text).contains("UID:610926-2019-04-T03/once@gongkai\r\n");
        return Integer.parseInt(text.replaceAll("(?s).*SEQUENCE:(\\d+).*", "$1"));
    }

    @Test
    void the_desk_shows_beside_the_subscription_what_came_of_a_test_letter() throws Exception {
        try (var receiver = new Receiver()) {
            var id = subscribed("WEBHOOK", receiver.url(), "");
            var button = "/desk/subscriptions/" + id + "/test";
            assertThat(service.get("/desk/subscriptions").text()).contains(button, "发送测试");
            assertThat(service.submit(button).text()).contains("✓ 测试已送达", "（HTTP 200）");
            receiver.willAnswer(503, "");
            assertThat(service.submit(button).text()).contains("✕ 测试没有送达", "（HTTP 503）", "The receiver answered 503");
            assertThat(service.post(button, "").status())
                    .as("a letter is sent from our own page only")
                    .isEqualTo(403);
            assertThat(receiver.posted()).hasSize(2);
            service.jdbc()
                    .sql("UPDATE durable.subscription SET disabled = 'gone' WHERE id = :id")
                    .param("id", id)
                    .update();
            assertThat(service.get("/desk/subscriptions").text()).doesNotContain(button);
            assertThat(service.submit(button).text()).contains("接收方已拒收");
            service.delete("/api/subscriptions/" + id);
            var gone = service.submit(button);
            assertThat(gone.status()).isEqualTo(422);
            assertThat(gone.text()).contains("没有这个订阅");
        }
    }

    private JsonNode tested(String subscription) {
        var answer = service.post("/api/subscriptions/" + subscription + "/test", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void a_test_letter_goes_out_at_once_says_that_it_is_one_and_tells_what_came_of_it() throws Exception {
        try (var receiver = new Receiver()) {
            var id = subscribed("WEBHOOK", receiver.url(), "");
            var answer = tested(id);
            assertThat(answer.path("delivered").asBoolean()).isTrue();
            assertThat(answer.path("status").asInt()).isEqualTo(200);
            assertThat(answer.has("error")).isFalse();
            assertThat(receiver.posted()).singleElement().satisfies(it -> {
                assertThat(it.id()).isEqualTo(answer.path("id").asString("")).startsWith("test/");
                assertThat(it.body().path("type").asString("")).isEqualTo("gongkai.notice.test.v1");
                assertThat(it.body().path("data").path("kind").asString("")).isEqualTo("TEST");
                assertThat(it.body().path("data").path("title").asString("")).startsWith("测试：");
            });
            receiver.willAnswer(503, "");
            assertThat(tested(id).toString())
                    .contains("\"delivered\":false", "\"status\":503", "\"error\":\"The receiver answered 503\"");
            receiver.willAnswer(410, "");
            assertThat(tested(id).path("status").asInt()).isEqualTo(410);
            assertThat(service.get("/api/subscriptions/" + id).text())
                    .as("a test disables nothing")
                    .doesNotContain("disabled");
            assertThat(deliveries(id, "FAILED")).contains("\"items\":[]");
            service.jdbc()
                    .sql("UPDATE durable.subscription SET target = 'http://127.0.0.1:1/' WHERE id = :id")
                    .param("id", id)
                    .update();
            assertThat(tested(id).path("error").asString("")).startsWith("The receiver was not reached: ");
            service.jdbc()
                    .sql("UPDATE durable.subscription SET disabled = 'gone' WHERE id = :id")
                    .param("id", id)
                    .update();
            assertThat(service.post("/api/subscriptions/" + id + "/test", "").code())
                    .isEqualTo("SUBSCRIPTION_DISABLED");
            service.delete("/api/subscriptions/" + id);
            assertThat(service.post("/api/subscriptions/" + id + "/test", "").code())
                    .isEqualTo("SUBSCRIPTION_UNKNOWN");
        }
    }

    /** As when its name led to a public address on the day of subscribing. */
    @Test
    void a_test_letter_is_kept_from_addresses_that_no_notice_would_reach() throws Exception {
        try (var receiver = new Receiver()) {
            var id = subscribed("WEBHOOK", receiver.url(), "");
            service.jdbc()
                    .sql("UPDATE durable.subscription SET target = :target WHERE id = :id")
                    .param("target", "https://[::ffff:10.0.0.1]/")
                    .param("id", id)
                    .update();
            assertThat(tested(id).path("error").asString("")).contains("must not be reached from here");
            assertThat(receiver.posted()).isEmpty();
            service.delete("/api/subscriptions/" + id);
        }
    }

    @Test
    void a_test_mail_reads_as_one() throws Exception {
        var id = subscribed("EMAIL", "test@example.gov.cn", "");
        assertThat(tested(id).toString()).contains("\"delivered\":true").doesNotContain("status");
        var message = awaitMailTo("test@example.gov.cn");
        assertThat(message.getSubject()).startsWith("测试：");
        assertThat(message.getHeader("X-Gongkai-Notice")[0]).startsWith("test/");
        service.delete("/api/subscriptions/" + id);
    }

    @Test
    void a_body_that_is_larger_than_any_subscription_is_not_read_to_its_end() {
        var large = "{\"channel\":\"WEBHOOK\",\"target\":\"" + "x".repeat(100_000) + "\"}";
        for (var answer :
                List.of(service.post("/api/subscriptions", large), service.postInPieces("/api/subscriptions", large))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(413);
            assertThat(answer.code()).isEqualTo("REQUEST_TOO_LARGE");
            assertThat(answer.json().path("detail").asString("")).contains("65,536 bytes");
        }
    }

    @Test
    void what_could_never_be_delivered_is_refused_with_the_field_that_is_meant() {
        assertThat(subscribe("WEBHOOK", "http://192.168.1.1/", "").code()).isEqualTo("TARGET_FORBIDDEN");
        assertThat(subscribe("WEBHOOK", "https://169.254.169.254/latest", "").code())
                .isEqualTo("TARGET_FORBIDDEN");
        assertThat(subscribe("WEBHOOK", "ftp://127.0.0.1/", "")
                        .json()
                        .path("field")
                        .asString(""))
                .isEqualTo("target");
        assertThat(subscribe("WEBHOOK", "https://user:pw@127.0.0.1/", "").code())
                .isEqualTo("FIELD_INVALID");
        assertThat(subscribe("EMAIL", "a@example.cn, b@example.cn", "").code()).isEqualTo("FIELD_INVALID");
        assertThat(subscribe("EMAIL", "a@example.cn\\nBcc: b@example.cn", "").code())
                .isEqualTo("FIELD_INVALID");
        assertThat(subscribe("WECOM", "https://qyapi.weixin.qq.com/?key=1", "").code())
                .isEqualTo("FIELD_INVALID");
        assertThat(subscribe("DINGTALK", "566cc69da782ec33e42541b09b", "")
                        .json()
                        .path("field")
                        .asString(""))
                .isEqualTo("secret");
        assertThat(subscribe("WECOM", "693a91f6-7xxx-4bc4-97a0", ",\"secret\":\"x\"")
                        .json()
                        .path("field")
                        .asString(""))
                .isEqualTo("secret");
        assertThat(service.post("/api/subscriptions", "{\"channel\":\"PIGEON\"}")
                        .status())
                .isBetween(400, 422);
    }
}
