package gongkai.query.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import gongkai.time.DueDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar program reads. */
class DeadlineCalendarTest {

    private static final Instant NOW = Instant.parse("2019-05-06T01:00:00Z");
    private static final String HOSTILE =
            "组织机构：各镇公开镇情;概况,\\经济社会发展情况，内设机构、办公地址、电话等基本情况🏮🏮\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:file:///etc";

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
    }

    private static String written() {
        var calendar = new DeadlineCalendar("老县镇 政务公开期限", NOW);
        calendar.add(
                new Deadline(
                        "610926-2019-04-T03/once@gongkai",
                        HOSTILE,
                        HOSTILE,
                        DueDate.on(LocalDate.parse("2019-04-30"), false),
                        2,
                        7),
                NOW);
        calendar.add(
                new Deadline(
                        "610926-2019-08-T03/610926-2019-08-T03-C1@gongkai",
                        "舆情",
                        "四十八小时",
                        DueDate.at(Instant.parse("2019-04-29T00:30:00Z")),
                        0,
                        8),
                NOW);
        return calendar.text();
    }

    /** Wherever the server stands, a day stays that day. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/Los_Angeles"})
    void a_day_is_a_whole_day_and_a_moment_a_moment(String server) {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        assertThat(written().replace("\r\n ", ""))
                .contains("DTSTART;VALUE=DATE:20190430\r\n", "DTSTART:20190429T003000Z\r\n", "SEQUENCE:2\r\n")
                .contains("UID:610926-2019-04-T03/once@gongkai\r\n", "LAST-MODIFIED:20190506T010000Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = "Asia/Shanghai")
    void hostile_text_stays_text_and_no_line_is_longer_than_seventy_five_octets(String server) {
        TimeZone.setDefault(TimeZone.getTimeZone(server));
        var text = written();
        assertThat(text.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .filteredOn("END:VEVENT"::equals)
                .hasSize(2);
        assertThat(text).doesNotContain("\nBEGIN:VALARM");
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualToNormalizingNewlines(HOSTILE);
    }
}
