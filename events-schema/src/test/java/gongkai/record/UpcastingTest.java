package gongkai.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.event.Basis;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationWaived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two earlier versions of a waiver that never were; what holds for them holds for the first real one. */
class UpcastingTest {

    record Waived1(String reason, Instant waivedAt) {}

    record Waived2(String reason, Optional<String> authority, Instant occurredAt) {}

    private static final Upcaster<Waived1, Waived2> FROM_1 = new Upcaster<>(
            ObligationWaived.class,
            1,
            Waived1.class,
            Waived2.class,
            it -> new Waived2(it.reason().strip(), Optional.empty(), it.waivedAt()));

    private static final Upcaster<Waived2, ObligationWaived> FROM_2 = new Upcaster<>(
            ObligationWaived.class,
            2,
            Waived2.class,
            ObligationWaived.class,
            it -> new ObligationWaived(new Basis(it.reason(), it.authority().orElse("未注明")), it.occurredAt()));

    private static final String DATA_1 = "{\"reason\":\"已撤销\",\"waivedAt\":\"2019-05-06T01:00:00Z\"}";
    private static final Instant AT = Instant.parse("2019-05-06T01:00:00Z");

    private final RecordCodec codec = new RecordCodec(new EventVersions(List.of(FROM_2, FROM_1)));

    private static byte[] waived(int version, String data) {
        return """
                {"actor":"registrar","data":%s,"datacontenttype":"application/json",\
                "id":"0190163d-8694-739b-aea5-966c26f8ad91","leaf":7,"ledger":"610926","position":9,\
                "recordedat":"2019-05-06T01:00:00Z","sequence":1,"source":"/ledgers/610926","specversion":"1.0",\
                "subject":"610926-2019-04-T01","time":"2019-05-06T01:00:00Z",\
                "type":"gongkai.ObligationWaived.v%d"}""".formatted(data, version).getBytes(UTF_8);
    }

    @Test
    void an_old_record_is_read_as_the_event_of_today_under_the_type_that_was_recorded() {
        var first = codec.decode(waived(1, DATA_1));
        assertThat(first.event()).isEqualTo(new ObligationWaived(new Basis("已撤销", "未注明"), AT));
        assertThat(first.type()).isEqualTo("gongkai.ObligationWaived.v1");
        assertThat(first.position()).isEqualTo(9);
        assertThat(codec.eventOf(waived(1, DATA_1), first.type())).isEqualTo(first.event());

        var second = codec.decode(
                waived(2, "{\"authority\":\"县政府\",\"occurredAt\":\"2019-05-06T01:00:00Z\",\"reason\":\"已撤销\"}"));
        assertThat(second.event()).isEqualTo(new ObligationWaived(new Basis("已撤销", "县政府"), AT));
        assertThat(second.type()).isEqualTo("gongkai.ObligationWaived.v2");
    }

    @Test
    void the_data_are_shown_as_they_were_recorded() {
        assertThat(codec.dataOf(waived(1, DATA_1))).isEqualTo(DATA_1);
    }

    @Test
    void an_old_record_is_canonical_by_its_own_version() {
        var bytes = waived(1, DATA_1);
        assertThat(codec.decodeCanonical(bytes)).contains(codec.decode(bytes));
        assertThat(codec.decodeCanonical(waived(1, DATA_1.replace(",", ", ")))).isEmpty();
        assertThat(codec.decodeCanonical(waived(1, DATA_1.replace("{", "{\"basis\":\"?\","))))
                .isEmpty();
    }

    @Test
    void only_the_newest_version_is_written() {
        var id = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
        var waived = new ObligationWaived(new Basis("已撤销", "县政府"), AT);
        var bytes = codec.encode("610926", "610926-2019-04-T01", 1, id, "registrar", waived)
                .at(9, 7, AT);
        assertThat(codec.decode(bytes).type()).isEqualTo("gongkai.ObligationWaived.v3");
        assertThat(codec.decode(bytes).event()).isEqualTo(waived);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);

        var old = codec.decode(waived(1, DATA_1));
        assertThatThrownBy(() -> codec.encode(old))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gongkai.ObligationWaived.v1");
    }

    @Test
    void an_old_record_that_lacks_what_its_version_had_is_refused_by_name() {
        assertThatThrownBy(() -> codec.decode(waived(1, "{}")))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("version 1 of ObligationWaived");
    }

    @Test
    void a_version_that_is_yet_to_come_is_refused_by_name() {
        assertThatThrownBy(() -> codec.decode(waived(4, DATA_1)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("gongkai.ObligationWaived.v4");
    }

    @Test
    void a_version_without_a_step_to_the_next_is_refused() {
        assertThatThrownBy(() -> new EventVersions(List.of(FROM_2))).hasMessageContaining("ObligationWaived.v1");
        assertThatThrownBy(() -> new EventVersions(List.of(FROM_1)))
                .hasMessage("no step leads from «gongkai.ObligationWaived.v1» to «gongkai.ObligationWaived.v2»");
        assertThatThrownBy(() -> new EventVersions(List.of(FROM_1, FROM_1, FROM_2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_has_a_name_for_each_of_its_versions() {
        var versions = new EventVersions(List.of(FROM_1, FROM_2));
        assertThat(versions.of(ObligationWaived.class))
                .extracting(EventVersion::name)
                .containsExactly(
                        "gongkai.ObligationWaived.v3", "gongkai.ObligationWaived.v2", "gongkai.ObligationWaived.v1");
        assertThat(versions.of(ObligationAcknowledged.class)).hasSize(1);
        assertThat(EventType.namesOf(ObligationWaived.class)).contains("gongkai.ObligationWaived.v1");
    }
}
