package gongkai.query.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.LedgerOnTopic;
import gongkai.query.RunningQuery;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarAddressTest {

    private static final String ADDRESSES = "/api/units/610926-T03/calendar-addresses";
    private static final String DESK = "/desk/units/610926-T03/calendar";

    private RunningQuery service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka) throws Exception {
        postgres.createDatabase("gongkai_query");
        try (var ledger = new LedgerOnTopic(kafka.bootstrapServers())) {
            ledger.openCounty();
            ledger.importTable();
        }
        service = RunningQuery.start(postgres, kafka, "2019-05-06T01:00:00Z");
        assertThat(service.get("/api/obligations/" + LedgerOnTopic.OBLIGATION + "?minPosition=5")
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_calendar_program_reads_a_units_due_dates_from_its_address_without_a_token() throws Exception {
        var made = service.post(ADDRESSES, "");
        assertThat(made.status()).isEqualTo(201);
        var calendar = ask(addressIn(made));
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.type()).startsWith("text/calendar");
        assertThat(calendar.text().replace("\r\n ", "")).contains("UID:610926-2019-04-T03/once@gongkai");
    }

    @Test
    void a_closed_address_leads_nowhere_and_another_units_goes_on() throws Exception {
        var closed = addressIn(service.post(ADDRESSES, ""));
        var others = addressIn(service.post("/api/units/610926-D99/calendar-addresses", ""));
        assertThat(service.delete(ADDRESSES).status()).isEqualTo(204);
        assertThat(ask(closed).status()).isEqualTo(404);
        assertThat(ask(closed).text()).contains("CALENDAR_ADDRESS_UNKNOWN");
        assertThat(ask(others).status()).isEqualTo(200);
    }

    @Test
    void with_one_more_than_a_hundred_the_oldest_ends() throws Exception {
        var first = addressIn(service.post("/api/units/610926-D99/calendar-addresses", ""));
        var second = addressIn(service.post("/api/units/610926-D99/calendar-addresses", ""));
        for (int i = 2; i <= AddressStore.MOST; i++) {
            service.post("/api/units/610926-D99/calendar-addresses", "");
        }
        assertThat(ask(first).status()).isEqualTo(404);
        assertThat(ask(second).status()).isEqualTo(200);
    }

    @Test
    void the_database_does_not_hold_the_address() {
        var address = addressIn(service.post(ADDRESSES, ""));
        var secret = address.substring(address.lastIndexOf('/') + 1, address.lastIndexOf('.'));
        assertThat(secret).hasSize(43);
        assertThat(service.bean(JdbcClient.class)
                        .sql(
                                "SELECT count(*) FROM durable.calendar_address it WHERE it::text LIKE '%' || :secret || '%'")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void no_address_is_opened_for_a_unit_that_is_not_there() {
        assertThat(service.post("/api/units/610926-X1/calendar-addresses", "").code())
                .isEqualTo("UNIT_UNKNOWN");
    }

    @Test
    void the_units_page_leads_to_where_an_address_is_shown_once_and_closed() throws Exception {
        assertThat(service.get("/units/610926-T03").text()).contains(DESK);
        assertThat(service.get(DESK).text()).contains("取得新地址", "确认停用").doesNotContain("/api/deadlines/");
        var page = service.submit(DESK).text();
        var at = page.indexOf(service.url() + "/api/deadlines/");
        var address = page.substring(at, page.indexOf(".ics", at) + 4);
        assertThat(ask(address).status()).isEqualTo(200);
        assertThat(service.submit(DESK + "/closing").text()).contains("已全部停用");
        assertThat(ask(address).status()).isEqualTo(404);
    }

    private static String addressIn(RunningQuery.Answer answer) {
        return answer.json().path("address").asString();
    }

    private record Fetched(int status, String type, String text) {}

    /** As a calendar program does: by the address alone. */
    private static Fetched ask(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
            return new Fetched(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        }
    }
}
