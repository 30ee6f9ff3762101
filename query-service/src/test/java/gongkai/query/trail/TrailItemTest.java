package gongkai.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Basis;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.query.person.People;
import gongkai.record.EventRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailItemTest {

    private static TrailItem waived(String occurredAt, String recordedAt) {
        var event = new ObligationWaived(new Basis("已撤销", "平政办函〔2019〕12号"), Instant.parse(occurredAt));
        var record = new EventRecord(
                9,
                "610926",
                7,
                "610926-2019-04-T01",
                1,
                UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"),
                "gongkai.ObligationWaived.v0",
                Instant.parse(recordedAt),
                "registrar",
                event);
        return TrailItem.of(new TrailEntry(record, "城关镇 第4行 组织机构", "{\"reason\":\"已撤销\"}", List.of()), People.NONE, 8);
    }

    /** An earlier version of a waiver that never was. */
    @Test
    void a_trail_shows_the_type_and_the_data_that_were_recorded_not_what_they_mean_today() {
        var item = waived("2019-05-06T01:00:00Z", "2019-05-06T01:00:00Z");
        assertThat(item.type()).isEqualTo("gongkai.ObligationWaived.v0");
        assertThat(item.data()).isEqualTo("{\"reason\":\"已撤销\"}");
    }

    @Test
    void each_event_says_why_on_what_authority_and_where_it_is_proven() {
        var item = waived("2019-05-06T01:00:00Z", "2019-05-06T01:00:00Z");
        assertThat(item.reason()).contains("已撤销");
        assertThat(item.authority()).contains("平政办函〔2019〕12号");
        assertThat(item.links().record()).isEqualTo("/api/records/9");
        assertThat(item.links().proof()).isEqualTo("/api/ledgers/610926/proofs/inclusion?leaf=7&size=8");
        assertThat(item.links().evidence())
                .contains("/api/jurisdictions/610926/evidence?obligation=610926-2019-04-T01"
                        + "&at=2019-05-06T01:00:00Z&known=position:9");
    }

    @Test
    void late_is_what_was_recorded_on_a_later_day_in_the_county_not_in_greenwich() {
        assertThat(waived("2019-05-06T01:00:00Z", "2019-05-06T15:59:59Z").recordedLate())
                .isFalse();
        assertThat(waived("2019-05-06T15:59:59Z", "2019-05-06T16:00:00Z").recordedLate())
                .isTrue();
        assertThat(waived("2019-05-06T16:00:00Z", "2019-05-07T15:00:00Z").recordedLate())
                .isFalse();
    }
}
