package gongkai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gongkai.e2e.Api.Answer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's open questions, their answers, and what follows from them, from the API to the page. */
class ClarificationJourneyTest {
    private static final Map<String, String> BASIS = Map.of("reason", "会议纪要", "authority", "平政办函〔2019〕12号");
    private static final String WELL = "610926-2019-08-T01";

    @TempDir
    static Path directory;

    @Test
    void a_question_is_answered_and_its_answer_reaches_everyone() throws Exception {
        try (RunningStandalone gongkai = RunningStandalone.start(directory.resolve("data"), Map.of());
                Chromium chromium = Chromium.open(gongkai.query())) {
            Page page = chromium.page();
            page.navigate("/plans/610926-2019");
            assertThat(page.locator(".verdict")).hasText("待答问题 50 个。");
            assertThat(page.locator("[id='610926-2019-30'] .findings")).containsText("没有点名任何单位");
            chromium.keepScreenshot("plan-with-questions");

            answerWhoAndWhen(gongkai);
            page.reload();
            assertThat(page.locator(".verdict")).hasText("待答问题 48 个。");
            assertThat(page.locator("[id='610926-2019-30']")).containsText("2 个单位");

            aCaseIsExplainedDayByDay(gongkai);
            page.navigate("/obligations/" + WELL);
            assertThat(page.locator("main")).containsText("民法典第二百零一条");
            assertThat(page.locator("main")).containsText("国办发〔2016〕61号");
            chromium.keepScreenshot("obligation-explained");
            whatIfAnswersAlikeOnBothPorts(gongkai);
            anotherUnitTakesOver(gongkai);
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static Answer post(RunningStandalone gongkai, String path, Map<String, ?> body) {
        var whole = new HashMap<String, Object>(BASIS);
        whole.putAll(body);
        return gongkai.command().post(path, whole);
    }

    private static void answerWhoAndWhen(RunningStandalone gongkai) {
        post(gongkai, "/api/tasks/610926-2019-30/clarifications", Map.of("units", List.of("610926-D02", "610926-D09")))
                .ok();
        long position = post(
                        gongkai,
                        "/api/tasks/610926-2019-23/clarifications",
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "timeLimit", Map.of("kind", "RECURRING", "every", "MONTH", "text", "每月公开一次")))))
                .position();
        var plan = gongkai.query()
                .get("/api/plans/610926-2019?minPosition=" + position)
                .ok();
        assertThat(plan.path("questions").asInt()).isEqualTo(48);
        var monthly = gongkai.query().get("/api/obligations/610926-2019-23-D05").ok();
        assertThat(monthly.path("status").asString()).isEqualTo("NOT_STARTED");
        assertThat(monthly.path("occurrences").get(0).path("id").asString()).isEqualTo("2019-05");
        assertThat(monthly.path("occurrences")).hasSize(8);
    }

    private static void aCaseIsExplainedDayByDay(RunningStandalone gongkai) {
        var accepted = gongkai.command()
                .post(
                        "/api/obligations/" + WELL + "/cases",
                        Map.of("subject", "饮水安全", "acceptedAt", "2019-04-24T10:00:00+08:00"));
        var explanation = gongkai.query()
                .get("/api/obligations/" + WELL + "/explanation?minPosition=" + accepted.position())
                .ok();
        var occurrence = explanation.path("rules").get(0).path("occurrences").get(0);
        assertThat(occurrence.path("dueOn").asString()).isEqualTo("2019-04-30");
        assertThat(occurrence.path("recomputedDueOn").asString()).isEqualTo("2019-04-30");
        assertThat(occurrence.path("agrees").asBoolean()).isTrue();
        assertThat(occurrence.path("days").toString()).contains("SHIFTED_WORKDAY", "国办发明电〔2019〕3号");
        assertThat(explanation.path("statutory").toString()).contains("国办发〔2016〕61号", "OVERDUE");
    }

    private static void whatIfAnswersAlikeOnBothPorts(RunningStandalone gongkai) {
        var question = "/api/calendar/due?from=2019-04-24&amount=5&unit=WORKING_DAYS&on=2019-03-01";
        var answer = gongkai.query().get(question);
        assertThat(answer.ok().path("dueOn").asString()).isEqualTo("2019-05-02");
        assertThat(gongkai.command().get(question)).isEqualTo(answer);
    }

    private static void anotherUnitTakesOver(RunningStandalone gongkai) {
        long position = post(
                        gongkai,
                        "/api/jurisdictions/610926/units/610926-D08/mergers",
                        Map.of("into", "610926-D07", "effectiveOn", "2019-05-01"))
                .position();
        var before = "position:" + (position - 10);
        var now = gongkai.query()
                .get("/api/units/610926-D07/status?minPosition=" + position)
                .ok();
        assertThat(now.toString()).contains("610926-2019-27-D08");
        var then = gongkai.query()
                .get("/api/units/610926-D08/status?known=" + before)
                .ok();
        assertThat(then.toString()).contains("610926-2019-27-D08");
        var county = gongkai.query().get("/api/jurisdictions/610926/status").ok();
        int sum = 0;
        for (var unit : county.path("units")) {
            for (var count : unit.path("counts")) {
                sum += count.asInt();
            }
        }
        assertThat(sum).isEqualTo(260);
    }
}
