package gongkai.query.difference;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.TaskText;
import gongkai.query.difference.Screens.Screen;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.record.EventRecord;
import gongkai.status.ObligationFacts;
import gongkai.status.StatusRule;
import gongkai.time.ChinaTime;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One town, due on 30 April: what was on the screens between two states. Moments are wall clock in Asia/Shanghai. */
class ScreensTest {

    private static final String ID = "610926-2019-04-T03";
    private static final Basis BASIS = new Basis("说明", "县政府办");

    private final List<EventRecord> records = new ArrayList<>();

    private static Instant moment(String text) {
        return LocalDateTime.parse(text).atZone(ChinaTime.ZONE).toInstant();
    }

    private void record(String recordedAt, ObligationEvent event) {
        long position = records.size();
        records.add(new EventRecord(
                position, "610926", position, ID, position, new UUID(7, position), moment(recordedAt), "测试员", event));
    }

    private void assigned() {
        record(
                "2019-03-20T09:00",
                new ObligationAssigned(
                        ID,
                        "610926-2019-04",
                        4,
                        new TaskText(Optional.empty(), "公开", "组织机构", "镇情概况", "各镇", "4月底前"),
                        new Assignment("610926-T03", "老县镇", Role.LEAD),
                        List.of(new Rule(
                                Requirement.once(RequirementKind.PUBLICATION),
                                new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                                RuleSource.DEADLINE,
                                true)),
                        Optional.empty(),
                        moment("2019-03-20T09:00")));
    }

    private void published(String recordedAt, String publishedAt) {
        record(
                recordedAt,
                new PublicationRecorded(
                        ID + "-P" + records.size(),
                        "镇情概况",
                        URI.create("https://www.example.gov.cn/1"),
                        moment(publishedAt),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** From the assignment on. */
    private Screens screens(String end) {
        var facts = ObligationFacts.of((ObligationAssigned) records.getFirst().event(), 0);
        for (var it : records.subList(1, records.size())) {
            facts = facts.with((ObligationEvent) it.event(), it.position());
        }
        return new Screens(
                new Judged(facts, new StatusRule(WorkingCalendar.WEEKENDS_ONLY)),
                Screen.of(records.getFirst()),
                records.subList(1, records.size()),
                moment(end));
    }

    @Test
    void a_late_recording_never_hides_that_a_unit_was_shown_overdue() {
        assigned();
        published("2019-05-05T09:00", "2019-04-28T10:00");
        var screens = screens("2019-05-06T09:00");
        assertThat(screens.overdue()).hasValueSatisfying(it -> {
            assertThat(it.since().toInstant()).isEqualTo(moment("2019-05-01T00:00"));
            assertThat(it.lastPosition()).isZero();
            assertThat(it.untilPosition()).contains(1L);
            assertThat(it.until().orElseThrow().toInstant()).isEqualTo(moment("2019-05-05T09:00"));
        });
        assertThat(screens.clearedBy(records.get(1))).containsExactly("once");
    }

    @Test
    void whoever_recorded_in_time_was_never_shown_overdue() {
        assigned();
        published("2019-04-29T09:00", "2019-04-28T10:00");
        assertThat(screens("2019-05-06T09:00").overdue()).isEmpty();
        assertThat(screens("2019-05-06T09:00").clearedBy(records.get(1))).isEmpty();
    }

    @Test
    void what_was_done_late_was_shown_overdue_until_it_was_recorded_and_clears_nothing() {
        assigned();
        published("2019-05-05T09:00", "2019-05-03T10:00");
        var screens = screens("2019-05-06T09:00");
        assertThat(screens.overdue())
                .hasValueSatisfying(it -> assertThat(it.untilPosition()).contains(1L));
        assertThat(screens.clearedBy(records.get(1))).isEmpty();
    }

    @Test
    void lateness_between_a_retraction_and_what_replaced_it_was_shown() {
        assigned();
        published("2019-04-20T09:00", "2019-04-20T08:00");
        record("2019-05-03T09:00", new PublicationRetracted(ID + "-P1", BASIS, moment("2019-05-03T09:00")));
        published("2019-05-04T09:00", "2019-04-20T08:00");
        assertThat(screens("2019-05-06T09:00").overdue()).hasValueSatisfying(it -> {
            assertThat(it.since().toInstant()).isEqualTo(moment("2019-05-03T09:00"));
            assertThat(it.lastPosition()).isEqualTo(2);
            assertThat(it.untilPosition()).contains(3L);
        });
    }

    @Test
    void what_was_recorded_in_the_same_instant_was_never_shown_apart() {
        assigned();
        published("2019-04-20T09:00", "2019-04-20T08:00");
        record("2019-05-03T09:00", new PublicationRetracted(ID + "-P1", BASIS, moment("2019-05-03T09:00")));
        published("2019-05-03T09:00", "2019-04-20T08:00");
        assertThat(screens("2019-05-06T09:00").overdue()).isEmpty();
    }

    @Test
    void an_extension_granted_after_the_end_leaves_the_days_before_it_on_the_screens() {
        assigned();
        record(
                "2019-05-03T09:00",
                new ObligationExtended("once", LocalDate.parse("2019-05-31"), BASIS, moment("2019-05-03T09:00")));
        assertThat(screens("2019-05-06T09:00").overdue())
                .hasValueSatisfying(it -> assertThat(it.untilPosition()).contains(1L));
    }

    @Test
    void what_is_still_shown_has_no_end() {
        assigned();
        assertThat(screens("2019-05-06T09:00").overdue())
                .hasValueSatisfying(it -> assertThat(it.untilPosition()).isEmpty());
        assertThat(screens("2019-04-30T23:59").overdue()).isEmpty();
    }
}
