package gongkai.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.NoteSigner;
import gongkai.record.RecordCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written holds what the schemas promise; what breaks a promise is refused. */
class MessagesValidateTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String PUBLICATION = "gongkai.PublicationRecorded.v1";

    @Test
    void every_golden_record_validates() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                var type = file.getFileName().toString().replaceAll("(-first|-continued|-reported)?\\.json", "");
                assertThat(Validation.errors(type, Files.readAllBytes(file))).isEmpty();
            });
        }
    }

    @Test
    void any_event_that_can_be_recorded_validates() {
        long seed = System.nanoTime();
        var events = new RandomEvents(new Random(seed));
        var codec = new RecordCodec();
        for (int i = 0; i < 3_000; i++) {
            var record = events.next();
            var bytes = codec.encode(record);
            assertThat(Validation.errors(record.type(), bytes))
                    .as("seed %d, event %d: %s", seed, i, new String(bytes, UTF_8))
                    .isEmpty();
            assertThat(codec.decode(bytes)).as("seed %d, event %d", seed, i).isEqualTo(record);
        }
    }

    @Test
    void the_envelope_holds_what_a_record_holds() {
        var bytes = new RecordCodec().encode(new RandomEvents(new Random(1)).next());
        var envelope = Schemas.current().file("record.json");
        assertThat(JsonMapper.shared().readTree(bytes).propertyNames())
                .containsExactlyInAnyOrderElementsOf(envelope.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        StreamSupport.stream(envelope.path("required").spliterator(), false)
                                .map(it -> it.asString())
                                .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "title":"公开",                     |                              | title
            "title":"公开"                      | "title":null                 | title
            "title":"公开"                      | "title":7                    | title
            "formedOn":"2019-05-31"             | "formedOn":"31.5.2019"       | formedOn
            "position":9                        | "position":9007199254740992  | position
            "leaf":7                            | "leaf":-1                    | leaf
            "type":"gongkai.PublicationRecorded | "type":"gongkai.CaseAccepted | type
            "ledger":"610926"                   | "ledger":"平利"              | ledger
            "specversion":"1.0",                |                              | specversion
            """)
    void a_record_that_breaks_its_promise_is_refused(String found, String planted, String told) throws IOException {
        var golden = Files.readString(GOLDEN.resolve(PUBLICATION + ".json"));
        assertThat(golden).contains(found);
        assertThat(Validation.errors(PUBLICATION, golden.replace(found, planted == null ? "" : planted)))
                .anySatisfy(it -> assertThat(it).contains(told));
    }

    private static final String NOTICE = """
            {"specversion":"1.0","id":"n1","source":"/ledgers/610926","type":"gongkai.notice.v1",
             "subject":"610926-2019-04-T01","time":"2019-05-06T01:00:00Z","datacontenttype":"application/json",
             "data":{"id":"n1","kind":"DUE_MOVED","jurisdiction":"610926","unit":"610926-T01","unitName":"城关镇",
              "obligation":"610926-2019-04-T01","occurrence":"once","dueOn":"2019-04-30","previousDueOn":"2019-05-02",
              "workingDaysLeft":3,"position":9,"raisedAt":"2019-05-06T01:00:00Z","withdraws":"n0","title":"时限已调整"}}""";

    @Test
    void a_notice_validates_and_one_of_an_unknown_kind_does_not() {
        var type = "gongkai.notice.v1";
        assertThat(Validation.errors(type, NOTICE)).isEmpty();
        assertThat(Validation.errors(type, NOTICE.replace("DUE_MOVED", "GOSSIP")))
                .hasSize(1);
        assertThat(Validation.errors(type, NOTICE.replace("\"unitName\":\"城关镇\",", "")))
                .singleElement()
                .asString()
                .contains("unitName");
    }

    private static String signed() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var checkpoint = new Checkpoint("gongkai/610926", 345, Hash.ofLeaf(new byte[] {1}));
        return new NoteSigner("gongkai/610926", pair).sign(checkpoint.body());
    }

    private static String asJson(String note) {
        return JsonMapper.shared().writeValueAsString(note);
    }

    @Test
    void a_signed_checkpoint_validates() throws GeneralSecurityException {
        assertThat(Validation.errors("gongkai.checkpoint.v1", asJson(signed()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n— ", "gongkai/", "345", "=\n"})
    void a_checkpoint_that_lacks_a_part_is_refused(String part) throws GeneralSecurityException {
        var note = signed();
        assertThat(note).contains(part);
        assertThat(Validation.errors("gongkai.checkpoint.v1", asJson(note.replace(part, ""))))
                .hasSize(1);
    }
}
