package gongkai.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.event.ObligationEvent.PublicationRecorded;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

    private static final String CANONICAL = """
            {"actor":"anonymous","data":{"formedOn":"2019-04-20",\
            "publication":"610926-2019-04-T01-P1","publishedAt":"2019-04-28T02:00:00.000001Z","title":"镇情概况 \\"2019\\"",\
            "url":"https://example.org/%E4%B8%80?a=1&b=2"},"datacontenttype":"application/json",\
            "id":"0190163d-8694-739b-aea5-966c26f8ad91","leaf":7,"ledger":"610926","position":9,\
            "recordedat":"2019-05-05T01:00:00Z","sequence":1,"source":"/ledgers/610926","specversion":"1.0",\
            "subject":"610926-2019-04-T01","time":"2019-04-28T02:00:00.000001Z",\
            "type":"gongkai.PublicationRecorded.v1"}""";

    private static final EventRecord RECORD = new EventRecord(
            9,
            "610926",
            7,
            "610926-2019-04-T01",
            1,
            UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"),
            Instant.parse("2019-05-05T01:00:00Z"),
            "anonymous",
            new PublicationRecorded(
                    "610926-2019-04-T01-P1",
                    "镇情概况 \"2019\"",
                    URI.create("https://example.org/%E4%B8%80?a=1&b=2"),
                    Instant.parse("2019-04-28T02:00:00.000001Z"),
                    Optional.of(LocalDate.parse("2019-04-20")),
                    Optional.empty(),
                    Optional.empty()));

    private final RecordCodec codec = new RecordCodec();

    @Test
    void a_record_is_a_canonical_cloud_event() {
        assertThat(new String(codec.encode(RECORD), UTF_8)).isEqualTo(CANONICAL);
    }

    @Test
    void what_was_encoded_is_read_back_equal_and_encodes_to_the_same_bytes() {
        var bytes = codec.encode(RECORD);
        assertThat(codec.decode(bytes)).isEqualTo(RECORD);
        assertThat(codec.encode(codec.decode(bytes))).isEqualTo(bytes);
    }

    /** Against a canonicalizer of other authors, over all that a text may hold. */
    @Test
    void every_text_is_written_as_rfc_8785_says() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var text = textOf(random);
            var bytes = codec.encode(publicationOf(text));
            assertThat(new String(bytes, UTF_8))
                    .as("seed %d, text %d: %s", seed, i, text)
                    .isEqualTo(new JsonCanonicalizer(new String(bytes, UTF_8)).getEncodedString());
            assertThat(codec.decode(bytes)).isEqualTo(publicationOf(text));
        }
    }

    private static String textOf(Random random) {
        return random.ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
                .map(it -> random.nextBoolean() ? it % 0x100 : it)
                .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static EventRecord publicationOf(String title) {
        var it = RECORD;
        var event = new PublicationRecorded(
                "610926-2019-04-T01-P1",
                title,
                URI.create("https://example.org/"),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.of(title));
        return new EventRecord(
                it.position(), it.ledger(), it.leaf(), it.subject(), 3, it.id(), it.recordedAt(), title, event);
    }

    @Test
    void half_a_character_is_refused() {
        assertThatThrownBy(() -> codec.encode(publicationOf("标题\ud800")))
                .isInstanceOf(UnwritableTextException.class)
                .hasMessageContaining("610926-2019-04-T01");
    }

    @Test
    void an_event_type_is_named_after_its_record() {
        assertThat(EventType.all().map(EventType::nameOf))
                .contains("gongkai.PlanImported.v1", "gongkai.CaseAccepted.v1")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"specversion\":\"1.0\"}", "\u0000", "{\"position\":\"x\"}"})
    void what_is_no_record_is_refused(String bytes) {
        assertThatThrownBy(() -> codec.decode(bytes.getBytes(UTF_8))).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void an_unknown_type_and_a_cut_record_are_refused() {
        assertThatThrownBy(() -> codec.decode(
                        CANONICAL.replace("PublicationRecorded", "Forged").getBytes(UTF_8)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("gongkai.Forged.v1");
        var bytes = codec.encode(RECORD);
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(MalformedRecordException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"data\":[]}", "{\"actor\":{}"})
    void nothing_happened_in_what_is_no_record(String bytes) {
        assertThatThrownBy(() -> codec.eventOf(bytes.getBytes(UTF_8), "gongkai.PublicationRecorded.v1"))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void a_type_says_what_kind_of_event_it_is() {
        assertThat(EventType.all())
                .allSatisfy(it ->
                        assertThat((Object) EventType.of(EventType.nameOf(it))).isEqualTo(it));
        assertThatThrownBy(() -> EventType.of("gongkai.Forged.v1")).isInstanceOf(MalformedRecordException.class);
    }
}
