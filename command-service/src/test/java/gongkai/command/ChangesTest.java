package gongkai.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import gongkai.command.RunningCommandService.Answer;
import gongkai.command.dispatch.Dispatcher;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.importing.SampleTable;
import gongkai.command.ledger.Ledger;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.record.EventRecord;
import gongkai.testing.SharedServers;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import gongkai.time.StateCouncilNotices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What persons change after the import, through the API, on a real PostgreSQL: each change is an event with its reason. */
@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangesTest {

    private static final String BASIS = "\"reason\":\"会议纪要\",\"authority\":\"平政办函〔2019〕12号\"";
    private static final String PUBLICATION =
            "{\"title\":\"公开\",\"url\":\"https://www.example.gov.cn/1\",\"publishedAt\":\"2019-05-05T10:00:00+08:00\"}";

    private RunningCommandService service;

    @BeforeAll
    void start(TestPostgres postgres, TestKafka kafka, @TempDir Path directory) {
        service = new RunningCommandService(postgres, kafka, directory);
        service.put("/api/jurisdictions/610926", "application/json", "{\"name\":\"平利县\"}");
        service.put("/api/jurisdictions/610926/units", "text/csv;charset=UTF-8", SampleTable.unitsCsv());
        assertThat(service.importPlan(SampleTable.docx(), "表.docx", 2019, false).status())
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private <E extends Event> List<E> events(String subject, Class<E> kind) {
        return service.bean(Ledger.class).readStream(subject, 0).stream()
                .map(EventRecord::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Answer recorded(String path, String body) {
        var answer = service.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private void refused(String path, String body, int status, String code, String... words) {
        long before = service.recorded();
        var answer = service.post(path, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        List.of(words).forEach(word -> assertThat(answer.text("detail")).contains(word));
        assertThat(service.recorded()).isEqualTo(before);
    }

    private static byte[] pasted(String from, String to) throws IOException {
        try (var text =
                Objects.requireNonNull(ChangesTest.class.getResourceAsStream("/pingli-2019-task-breakdown.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(from, to)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    @Order(1)
    void units_named_in_an_answer_owe_the_task_and_a_revised_answer_releases_them() {
        var path = "/api/tasks/610926-2019-30/clarifications";
        recorded(
                path,
                "{\"units\":[\"610926-D07\",{\"code\":\"610926-D09\",\"name\":\"县住建局\",\"role\":\"COOPERATING\"}],"
                        + BASIS + "}");
        recorded("/api/obligations/610926-2019-30-D07/publications", PUBLICATION);
        recorded(path, "{\"units\":[\"610926-D09\"]," + BASIS + "}");
        assertThat(events("610926-2019", TaskClarified.class)).hasSize(2);
        assertThat(events("610926-2019-30-D07", ObligationWithdrawn.class)).hasSize(1);
        assertThat(events("610926-2019-30-D09", ObligationClarified.class)).hasSize(1);
        refused(path, "{\"units\":[\"610926-X99\"]," + BASIS + "}", 422, "UNIT_UNKNOWN", "610926-X99");
        refused(path, "{" + BASIS + "}", 422, "CLARIFICATION_EMPTY", "units");
        refused(path, "{\"units\":[\"610926-D09\"]}", 422, "FIELD_INVALID", "reason");
    }

    @Test
    @Order(2)
    void rules_stated_in_an_answer_replace_the_reading() {
        var path = "/api/tasks/610926-2019-23/clarifications";
        recorded(
                path,
                "{\"rules\":[{\"requirement\":{\"kind\":\"PUBLICATION\"},\"timeLimit\":{\"kind\":\"RECURRING\",\"every\":\"MONTH\",\"day\":10,\"from\":\"2019-04-01\"}}],"
                        + BASIS + "}");
        var clarified = events("610926-2019-23-D05", ObligationClarified.class).getLast();
        assertThat(clarified.rules()).hasSize(1).allMatch(it -> it.adopted());
        refused(
                path,
                "{\"rules\":[{\"timeLimit\":{\"kind\":\"FIXED_DATE\"}}]," + BASIS + "}",
                422,
                "FIELD_INVALID",
                "rules[0].timeLimit.dueOn");
    }

    @Test
    @Order(3)
    void a_corrected_table_shows_its_differences_before_it_is_accepted() throws IOException {
        var same = service.importPlan(pasted("", ""), "表.txt", 2019, true);
        assertThat(same.body().path("changes")).isEmpty();
        var file = pasted("开展1次调查征集活动", "开展2次调查征集活动");
        var shown = service.importPlan(file, "更正.txt", 2019, true);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("changes")).hasSize(1);
        assertThat(shown.body().path("changes").get(0).path("task").asString()).isEqualTo("610926-2019-09");
        assertThat(shown.body().path("changes").get(0).path("change").asString())
                .isEqualTo("AMENDED");
        var other = "工作任务,责任单位,完成时限\n甲,县发改局,适时\n".getBytes(StandardCharsets.UTF_8);
        var refused = service.importPlan(other, "另一张.csv", 2019, false);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("reason", "authority", "dryRun");
        var accepted = service.importPlan(file, "更正.txt", 2019, false, "reason=更正笔误", "authority=平政办函〔2019〕20号");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(201);
        var amended = events("610926-2019-09-D01", ObligationAmended.class);
        assertThat(amended).hasSize(1);
        assertThat(amended.getFirst().rules().getFirst().requirement().quota()).isEqualTo(2);
        assertThat(events("610926-2019-10-T01", ObligationAmended.class)).isEmpty();
        long before = service.recorded();
        assertThat(service.importPlan(file, "更正.txt", 2019, false).status()).isEqualTo(201);
        assertThat(service.recorded()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void a_new_notice_moves_the_last_day_of_a_case_by_an_event_that_names_it() {
        var accepted = recorded(
                "/api/obligations/610926-2019-08-T01/cases",
                "{\"subject\":\"饮水安全\",\"acceptedAt\":\"2019-05-05T10:00:00+08:00\"}");
        assertThat(accepted.text("dueOn")).isEqualTo("2019-05-10");
        var notice =
                "{\"notice\":\"临时放假通知\",\"issuedOn\":\"2019-05-06\",\"holidays\":[\"2019-05-01\",\"2019-05-08\"],\"workdays\":[]}";
        assertThat(service.put("/api/jurisdictions/610926/calendars/2019", "application/json", notice)
                        .status())
                .isEqualTo(200);
        assertThat(events("610926-2019-08-T01", CaseDueMoved.class))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.dueOn()).isEqualTo("2019-05-13");
                    assertThat(it.notice()).isEqualTo("临时放假通知");
                });
        var older = notice.replace("2019-05-06\",\"hol", "2019-01-01\",\"hol");
        var refused = service.put("/api/jurisdictions/610926/calendars/2019", "application/json", older);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("CALENDAR_SUPERSEDED");
    }

    @Test
    @Order(5)
    void supervision_and_changes_of_one_obligation_are_recorded_and_their_mistakes_told() {
        var obligation = "/api/obligations/610926-2019-04-T02";
        recorded(obligation + "/acknowledgements", "{}");
        refused(obligation + "/acknowledgements", "{}", 409, "ALREADY_SO");
        refused(obligation + "/reviews", "{\"outcome\":\"ACCEPTED\"," + BASIS + "}", 422, "NOTHING_TO_REVIEW");
        refused(obligation + "/extensions", "{\"dueOn\":\"2019-04-01\"," + BASIS + "}", 422, "EXTENSION_NOT_LATER");
        recorded(obligation + "/extensions", "{\"dueOn\":\"2019-05-20\"," + BASIS + "}");
        var publication = recorded(obligation + "/publications", PUBLICATION).text("id");
        recorded("/api/publications/" + publication + "/retractions", "{" + BASIS + "}");
        refused("/api/publications/" + publication + "/retractions", "{" + BASIS + "}", 409, "ALREADY_SO");
        refused(obligation + "/closures", "{" + BASIS + "}", 422, "NOT_YET_CLOSABLE", "once");
        recorded(obligation + "/publications", PUBLICATION);
        recorded(obligation + "/reviews", "{\"outcome\":\"ACCEPTED\"," + BASIS + "}");
        recorded(obligation + "/closures", "{" + BASIS + "}");
        recorded("/api/obligations/610926-2019-04-T03/waivers", "{" + BASIS + "}");
        refused("/api/obligations/610926-2019-04-T03/waivers", "{" + BASIS + "}", 409, "ALREADY_SO");
        refused("/api/obligations/610926-2019-99-T03/waivers", "{" + BASIS + "}", 404, "OBLIGATION_UNKNOWN");
    }

    @Test
    @Order(6)
    void a_merged_unit_passes_on_what_it_owes() {
        recorded(
                "/api/jurisdictions/610926/units/610926-D08/mergers",
                "{\"into\":\"610926-D07\",\"effectiveOn\":\"2019-04-01\"," + BASIS + "}");
        assertThat(events("610926-2019-27-D08", ObligationAmended.class))
                .singleElement()
                .satisfies(it -> assertThat(it.assignment().unit()).isEqualTo("610926-D07"));
        assertThat(events("610926-2019-27-D07", ObligationAmended.class)).isEmpty();
        refused(
                "/api/jurisdictions/610926/units/610926-D08/mergers",
                "{\"into\":\"610926-D07\",\"effectiveOn\":\"2019-04-01\"," + BASIS + "}",
                422,
                "UNIT_UNKNOWN",
                "610926-D08");
    }

    @Test
    @Order(7)
    void a_ledger_adopts_a_shipped_notice_once_its_day_of_issue_has_come() {
        service.bean(Dispatcher.class)
                .dispatch(
                        "registrar",
                        new RegisterJurisdiction(
                                "610927",
                                "镇坪县",
                                StateCouncilNotices.issuedBy(LocalDate.parse("2019-03-21")),
                                Instant.parse("2019-03-21T01:00:00Z")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(events("610927", CalendarAdopted.class))
                        .extracting(CalendarAdopted::notice)
                        .last(STRING)
                        .contains("国办发明电〔2019〕3号"));
    }

    @Test
    @Order(8)
    void a_body_that_is_larger_than_any_request_is_not_read_to_its_end() {
        long before = service.recorded();
        var answer = service.put(
                "/api/jurisdictions/610926", "application/json", "{\"name\":\"" + "x".repeat(5 << 20) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("code")).isEqualTo("REQUEST_TOO_LARGE");
        assertThat(answer.text("detail")).contains("4,194,304 bytes");
        assertThat(service.recorded()).isEqualTo(before);
    }

    @Test
    @Order(8)
    void what_is_larger_than_a_record_may_be_is_refused_as_a_whole() {
        service.put("/api/jurisdictions/610928", "application/json", "{\"name\":\"旬阳县\"}");
        service.put(
                "/api/jurisdictions/610928/units",
                "text/csv;charset=UTF-8",
                SampleTable.unitsCsv().replace("610926", "610928"));
        long before = service.recorded();
        var table = "公开内容,责任单位,完成时限\n甲,县发改局,适时\n%s,县发改局,适时\n%s,%s,适时\n"
                .formatted("乙".repeat(19_000), "丙".repeat(19_000), "县发改局、".repeat(3_000));
        var answer = service.importInto("610928", table.getBytes(StandardCharsets.UTF_8), "表.csv", 2019);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
        assertThat(answer.text("code")).isEqualTo("RECORD_TOO_LARGE");
        assertThat(answer.text("detail")).contains("610928-2019", "65,535");
        assertThat(service.recorded()).isEqualTo(before);
    }
}
