package gongkai.query.notice.rule;

import static gongkai.query.notice.rule.Story.byEndOfApril;
import static gongkai.query.notice.rule.Story.moment;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.time.CountingUnit;
import gongkai.time.TimeLimit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a unit is told, as sentences. 30 April 2019 is a Tuesday; Sunday the 28th is worked. */
class ChronicleTest {

    private static final TimeLimit IN_HOURS =
            new TimeLimit.AfterTrigger("48小时内", 48, CountingUnit.HOURS, "受理", Optional.empty());
    private static final TimeLimit IN_WORKING_DAYS =
            new TimeLimit.AfterTrigger("5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty());

    private static List<String> told(Outlook outlook) {
        return outlook.raised().stream()
                .map(it -> "%s %s%s"
                        .formatted(
                                gongkai.time.ChinaTime.at(it.notice().raisedAt())
                                        .toLocalDateTime(),
                                it.notice().id().substring(Story.OBLIGATION.length() + 1),
                                it.stands() ? "" : " (over)"))
                .toList();
    }

    private static List<String> titles(Outlook outlook) {
        return outlook.raised().stream().map(it -> it.notice().title()).toList();
    }

    @Test
    void a_unit_is_told_when_it_owes_something_and_five_three_and_one_working_days_before_the_end() {
        var outlook = Story.assigned("2019-03-01", byEndOfApril()).at("2019-04-30");
        assertThat(told(outlook))
                .containsExactly(
                        "2019-03-01T09:00 ASSIGNED-1",
                        "2019-04-24T00:00 r1/once/v1/DUE_SOON-5 (over)",
                        "2019-04-26T00:00 r1/once/v1/DUE_SOON-3 (over)",
                        "2019-04-29T00:00 r1/once/v1/DUE_SOON-1");
        assertThat(titles(outlook))
                .containsExactly(
                        "老县镇：新交办“镇情概况”，2019年4月30日前完成。",
                        "老县镇：“镇情概况”2019年4月30日前完成，还剩5个工作日。",
                        "老县镇：“镇情概况”2019年4月30日前完成，还剩3个工作日。",
                        "老县镇：“镇情概况”2019年4月30日前完成，还剩1个工作日。");
        assertThat(outlook.next()).contains(moment("2019-05-01T00:00"));
    }

    @Test
    void an_end_that_passes_is_told_once_and_late_evidence_ends_it() {
        var outlook = Story.assigned("2019-04-30", byEndOfApril())
                .published("2019-05-06", "2019-05-05")
                .at("2019-06-01");
        assertThat(told(outlook))
                .containsExactly(
                        "2019-04-30T09:00 ASSIGNED-1",
                        "2019-04-30T09:00 r1/once/v1/DUE_SOON-1 (over)",
                        "2019-05-01T00:00 r1/once/v1/BREACHED-1 (over)",
                        "2019-05-06T09:00 r1/once/v1/BREACHED-1/CURED");
        assertThat(outlook.raised().getLast().follows()).contains(Story.OBLIGATION + "/r1/once/v1/BREACHED-1");
        assertThat(outlook.next()).isEmpty();
    }

    @Test
    void evidence_that_had_been_there_in_time_takes_the_lateness_back() {
        var outlook = Story.assigned("2019-04-30", byEndOfApril())
                .published("2019-05-06", "2019-04-28")
                .at("2019-06-01");
        assertThat(outlook.raised().getLast().notice())
                .returns(NoticeKind.WITHDRAWN, Notice::kind)
                .returns(Optional.of(Story.OBLIGATION + "/r1/once/v1/BREACHED-1"), Notice::withdraws)
                .returns("撤回：老县镇：“镇情概况”已逾期，期限为2019年4月30日。", Notice::title);
    }

    @Test
    void an_old_table_gives_one_word_about_each_lateness_and_no_reminders_of_the_past() {
        assertThat(told(Story.assigned("2019-08-01", byEndOfApril()).at("2019-08-02")))
                .containsExactly("2019-08-01T09:00 ASSIGNED-1", "2019-08-01T09:00 r1/once/v1/BREACHED-1");
    }

    @Test
    void what_is_heard_of_late_begins_on_the_rung_where_it_stands() {
        assertThat(told(Story.assigned("2019-04-28", byEndOfApril()).at("2019-04-28T10:00")))
                .containsExactly("2019-04-28T09:00 ASSIGNED-1", "2019-04-28T09:00 r1/once/v1/DUE_SOON-3");
    }

    @Test
    void a_moved_end_takes_the_old_reminder_back_before_it_is_told_and_gets_a_ladder_of_its_own() {
        var outlook = Story.assigned("2019-03-01", byEndOfApril())
                .extended("2019-04-25", "2019-05-31")
                .at("2019-05-24");
        assertThat(told(outlook))
                .containsExactly(
                        "2019-03-01T09:00 ASSIGNED-1",
                        "2019-04-24T00:00 r1/once/v1/DUE_SOON-5 (over)",
                        "2019-04-25T09:00 r1/once/v1/DUE_SOON-5/WITHDRAWN",
                        "2019-04-25T09:00 r1/once/v2/DUE_MOVED (over)",
                        "2019-05-24T00:00 r1/once/v2/DUE_SOON-5");
        assertThat(titles(outlook)).contains("老县镇：“镇情概况”的期限由2019年4月30日改为2019年5月31日。");
    }

    @Test
    void a_lateness_that_an_extension_ends_is_over_and_not_taken_back() {
        assertThat(told(Story.assigned("2019-04-30", byEndOfApril())
                        .extended("2019-05-02", "2019-05-31")
                        .at("2019-05-03")))
                .endsWith(
                        "2019-05-01T00:00 r1/once/v1/BREACHED-1 (over)",
                        "2019-05-02T09:00 r1/once/v1/BREACHED-1/CURED",
                        "2019-05-02T09:00 r1/once/v2/DUE_MOVED");
    }

    @Test
    void a_holiday_notice_that_moves_a_case_takes_back_what_it_made_wrong() {
        assertThat(told(Story.assigned("2019-04-01", IN_WORKING_DAYS)
                        .accepted("2019-04-24", Optional.of("2019-04-30"), Optional.empty())
                        .caseMoved("2019-05-01", "2019-05-06")
                        .at("2019-05-01T10:00")))
                .containsExactly(
                        "2019-04-01T09:00 ASSIGNED-1",
                        "2019-04-24T09:00 r1/%s-C1/v1/DUE_SOON-5 (over)".formatted(Story.OBLIGATION),
                        "2019-04-26T00:00 r1/%s-C1/v1/DUE_SOON-3 (over)".formatted(Story.OBLIGATION),
                        "2019-04-29T00:00 r1/%s-C1/v1/DUE_SOON-1 (over)".formatted(Story.OBLIGATION),
                        "2019-05-01T00:00 r1/%s-C1/v1/BREACHED-1 (over)".formatted(Story.OBLIGATION),
                        "2019-05-01T09:00 r1/%s-C1/v1/BREACHED-1/WITHDRAWN".formatted(Story.OBLIGATION),
                        "2019-05-01T09:00 r1/%s-C1/v2/DUE_MOVED (over)".formatted(Story.OBLIGATION),
                        "2019-05-01T09:00 r1/%s-C1/v2/DUE_SOON-3".formatted(Story.OBLIGATION));
    }

    @Test
    void a_limit_in_hours_is_told_at_once_and_late_to_the_moment() {
        var story = Story.assigned("2019-04-01", IN_HOURS)
                .accepted("2019-04-27T08:30", Optional.of("2019-04-29"), Optional.of("2019-04-29T08:30"));
        assertThat(told(story.at("2019-04-29T08:30")))
                .endsWith("2019-04-27T08:30 r1/%s-C1/v1/DUE_SOON".formatted(Story.OBLIGATION));
        assertThat(titles(story.at("2019-04-29T08:30"))).contains("老县镇：“镇情概况”2019年4月29日08:30前完成。");
        assertThat(told(story.at("2019-04-29T08:31")))
                .endsWith("2019-04-29T08:30:00.000001 r1/%s-C1/v1/BREACHED-1".formatted(Story.OBLIGATION));
        assertThat(told(story.responded("2019-04-28").at("2019-05-01")))
                .endsWith("2019-04-27T08:30 r1/%s-C1/v1/DUE_SOON (over)".formatted(Story.OBLIGATION));
    }

    @Test
    void retracted_evidence_begins_another_lateness() {
        assertThat(told(Story.assigned("2019-04-29", byEndOfApril())
                        .published("2019-05-06", "2019-05-05")
                        .retracted("2019-05-08")
                        .at("2019-05-09")))
                .endsWith("2019-05-06T09:00 r1/once/v1/BREACHED-1/CURED", "2019-05-08T09:00 r1/once/v1/BREACHED-2");
    }

    @Test
    void a_waiver_takes_the_reminder_back_and_then_there_is_silence() {
        var outlook = Story.assigned("2019-04-24", byEndOfApril())
                .waived("2019-04-25")
                .at("2019-12-31");
        assertThat(told(outlook))
                .containsExactly(
                        "2019-04-24T09:00 ASSIGNED-1 (over)",
                        "2019-04-24T09:00 r1/once/v1/DUE_SOON-5 (over)",
                        "2019-04-25T09:00 r1/once/v1/DUE_SOON-5/WITHDRAWN");
    }

    @Test
    void a_unit_that_takes_over_hears_of_everything_anew_and_the_one_before_is_released() {
        var outlook = Story.assigned("2019-04-30", byEndOfApril())
                .passedOn("2019-05-02", "610926-T01", "城关镇", byEndOfApril())
                .at("2019-05-03");
        assertThat(told(outlook))
                .endsWith(
                        "2019-05-01T00:00 r1/once/v1/BREACHED-1 (over)",
                        "2019-05-02T09:00 r1/once/v1/BREACHED-1/WITHDRAWN",
                        "2019-05-02T09:00 ASSIGNED-2",
                        "2019-05-02T09:00 r1/once/v2/BREACHED-2");
        assertThat(outlook.raised().stream().map(it -> it.notice().to().name())).endsWith("老县镇", "城关镇", "城关镇");
    }

    @Test
    void a_question_is_asked_once_and_settled_by_its_answer() {
        var story = Story.assigned("2019-04-01", new TimeLimit.Unclear("尽快"));
        assertThat(told(story.at("2019-12-31")))
                .containsExactly("2019-04-01T09:00 ASSIGNED-1", "2019-04-01T09:00 NEEDS_ANSWER-1");
        assertThat(told(story.passedOn("2019-04-02", "610926-T03", "老县镇", byEndOfApril())
                        .at("2019-04-03")))
                .containsExactly("2019-04-01T09:00 ASSIGNED-1", "2019-04-01T09:00 NEEDS_ANSWER-1 (over)");
    }

    @Test
    void an_ongoing_duty_is_told_of_once_and_never_looked_at_again() {
        var outlook = Story.assigned("2019-04-01", new TimeLimit.Ongoing("适时")).at("2019-12-31");
        assertThat(told(outlook)).containsExactly("2019-04-01T09:00 ASSIGNED-1");
        assertThat(outlook.next()).isEmpty();
    }
}
