package gongkai.query.notice.rule;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.query.notice.rule.Settlement.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes out, given what went out before. */
class SettlementTest {

    private static final String BREACHED = Story.OBLIGATION + "/r1/once/v1/BREACHED-1";

    private static List<String> ids(List<Notice> notices) {
        return notices.stream()
                .map(it -> it.id().substring(Story.OBLIGATION.length() + 1))
                .toList();
    }

    private static Map<String, Told> after(Settlement it) {
        Map<String, Told> told = new LinkedHashMap<>();
        it.issue().forEach(notice -> told.put(notice.id(), new Told(notice.kind(), true, false)));
        it.lapse().forEach(notice -> told.put(notice.id(), new Told(notice.kind(), false, false)));
        return told;
    }

    private static Story story() {
        return Story.assigned("2019-03-01", Story.byEndOfApril());
    }

    @Test
    void after_a_long_sleep_only_what_still_holds_goes_out() {
        var settlement = Settlement.of(story().at("2019-05-06"), Map.of());
        assertThat(ids(settlement.issue())).containsExactly("ASSIGNED-1", "r1/once/v1/BREACHED-1");
        assertThat(ids(settlement.lapse()))
                .containsExactly("r1/once/v1/DUE_SOON-5", "r1/once/v1/DUE_SOON-3", "r1/once/v1/DUE_SOON-1");
    }

    @Test
    void what_was_settled_is_never_settled_again() {
        var told = after(Settlement.of(story().at("2019-05-06"), Map.of()));
        assertThat(Settlement.of(story().at("2019-05-06"), told).isNothing()).isTrue();
    }

    @Test
    void the_end_of_a_lateness_that_nobody_heard_of_is_not_told() {
        var settlement =
                Settlement.of(story().published("2019-05-06", "2019-05-05").at("2019-05-07"), Map.of());
        assertThat(ids(settlement.issue())).containsExactly("ASSIGNED-1");
        assertThat(ids(settlement.lapse())).endsWith("r1/once/v1/BREACHED-1", "r1/once/v1/BREACHED-1/CURED");
    }

    @Test
    void what_lost_its_reason_is_marked_once() {
        var told = after(Settlement.of(story().at("2019-04-24"), Map.of()));
        var settlement = Settlement.of(story().at("2019-04-26"), told);
        assertThat(settlement.over()).containsExactly(Story.OBLIGATION + "/r1/once/v1/DUE_SOON-5");
        assertThat(ids(settlement.issue())).containsExactly("r1/once/v1/DUE_SOON-3");
    }

    @Test
    void what_was_said_before_a_record_arrived_late_is_taken_back() {
        var told = after(Settlement.of(story().at("2019-05-01"), Map.of()));
        assertThat(told).containsKey(BREACHED);
        // Recorded in time, but it reached us only after the end.
        var settlement = Settlement.of(
                story().published("2019-04-30T23:59", "2019-04-30T23:58").at("2019-05-01"), told);
        assertThat(settlement.mistaken()).containsExactly(BREACHED);
        assertThat(settlement.issue()).isEmpty();
    }
}
