package gongkai.query.notice.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.query.notice.rule.Chronicle.CalendarSince;
import gongkai.record.EventRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountyCalendarsTest {

    private static final String COUNTY = "610926";
    private static final LocalDate QINGMING = LocalDate.parse("2019-04-05");
    private static final LocalDate LABOUR_DAY = LocalDate.parse("2019-05-02");

    private static final EventRecord OPENED =
            record(0, new JurisdictionRegistered(COUNTY, "平利县", Instant.parse("2019-01-02T00:00:00Z")));
    private static final EventRecord FIRST = record(1, adopted(QINGMING));
    private static final EventRecord RENAMED =
            record(2, new JurisdictionRenamed(COUNTY, "平利", Instant.parse("2019-03-02T00:00:00Z")));
    private static final EventRecord SECOND = record(3, adopted(QINGMING, LABOUR_DAY));

    private final CountyCalendars calendars = new CountyCalendars();

    private static EventRecord record(long leaf, JurisdictionEvent event) {
        return new EventRecord(
                leaf,
                COUNTY,
                leaf,
                COUNTY,
                leaf,
                new UUID(7, leaf),
                Instant.parse("2019-03-20T00:00:00Z").plusSeconds(leaf),
                "test",
                event);
    }

    private static CalendarAdopted adopted(LocalDate... holidays) {
        return new CalendarAdopted(
                2019,
                "国办发明电〔2018〕15号",
                LocalDate.parse("2018-12-06"),
                List.of(holidays),
                List.of(),
                Instant.parse("2019-03-20T00:00:00Z"));
    }

    private static boolean works(CalendarSince since, LocalDate day) {
        return since.calendar().isWorkingDay(day);
    }

    @Test
    void a_calendar_adopted_after_the_last_look_counts_from_its_record_on() {
        assertThat(calendars.of(COUNTY, List.of(OPENED))).isEmpty();
        assertThat(calendars.of(COUNTY, List.of(OPENED, FIRST))).singleElement().satisfies(it -> {
            assertThat(it.at()).isEqualTo(FIRST.recordedAt());
            assertThat(works(it, QINGMING)).isFalse();
            assertThat(works(it, LABOUR_DAY)).isTrue();
        });
        var both = calendars.of(COUNTY, List.of(OPENED, FIRST, RENAMED, SECOND));
        assertThat(both).extracting(CalendarSince::at).containsExactly(FIRST.recordedAt(), SECOND.recordedAt());
        assertThat(works(both.getLast(), LABOUR_DAY)).isFalse();
    }

    @Test
    void one_that_nothing_has_come_to_is_not_made_again() {
        var once = calendars.of(COUNTY, List.of(OPENED, FIRST));
        assertThat(calendars.of(COUNTY, List.of(OPENED, FIRST))).isSameAs(once);
    }

    @Test
    void a_county_of_which_nothing_is_here_has_none() {
        assertThat(calendars.of(COUNTY, List.of())).isEmpty();
    }
}
