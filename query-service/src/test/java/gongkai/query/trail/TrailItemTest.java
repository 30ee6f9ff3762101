package gongkai.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Basis;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.query.record.RecordStore.RecordWithData;
import gongkai.record.EventRecord;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailItemTest {

    /** An earlier version of a waiver that never was. */
    @Test
    void a_trail_shows_the_type_and_the_data_that_were_recorded_not_what_they_mean_today() {
        var at = Instant.parse("2019-05-06T01:00:00Z");
        var waived = new ObligationWaived(new Basis("已撤销", "未注明"), at);
        var record = new EventRecord(
                9,
                "610926",
                7,
                "610926-2019-04-T01",
                1,
                UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"),
                "gongkai.ObligationWaived.v0",
                at,
                "registrar",
                waived);
        var item = TrailItem.of(new RecordWithData(record, "{\"reason\":\"已撤销\"}"));
        assertThat(item.type()).isEqualTo("gongkai.ObligationWaived.v0");
        assertThat(item.data()).isEqualTo("{\"reason\":\"已撤销\"}");
    }
}
