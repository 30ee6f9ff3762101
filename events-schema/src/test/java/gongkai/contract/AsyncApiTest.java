package gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gongkai.record.RecordedShapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document is one, and names every event. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("src/main/resources/gongkai/asyncapi.yaml");
    private static final Path ASYNCAPI = Path.of("src/test/resources/asyncapi/asyncapi-3.0.0.json");

    private final JsonNode document = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readTree(DOCUMENT);

    private static List<String> errors(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(ASYNCAPI))
                .validate(document)
                .stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    @Test
    void the_document_is_well_formed_by_the_specification_s_own_schema() {
        assertThat(errors(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/info/title", "/operations/publishEvents/action", "/channels/events/bindings/kafka/partitions"})
    void what_is_malformed_is_seen(String place) {
        int slash = place.lastIndexOf('/');
        var malformed = document.deepCopy();
        ((ObjectNode) malformed.at(place.substring(0, slash))).put(place.substring(slash + 1), false);
        assertThat(errors(malformed)).isNotEmpty();
    }

    @Test
    void every_version_of_every_event_is_in_it_once_and_nothing_else() {
        assertThat(messages("events"))
                .extracting(it -> it.path("name").asString())
                .containsExactlyInAnyOrderElementsOf(RecordedShapes.all().keySet());
    }

    @Test
    void every_message_has_its_schema() {
        assertThat(List.of("events", "notices", "checkpoints"))
                .flatMap(this::messages)
                .allSatisfy(message -> {
                    var schema = message.at("/payload/schema/$ref").asString();
                    assertThat(schema)
                            .isEqualTo("schema/" + message.path("name").asString() + ".json");
                    assertThat(Files.exists(DOCUMENT.resolveSibling(schema))).isTrue();
                    assertThat(message.path("title"))
                            .isEqualTo(Schemas.current()
                                    .ofType(message.path("name").asString())
                                    .path("title"));
                });
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .hasSizeGreaterThan(60)
                .filteredOn(it -> it.startsWith("#"))
                .allSatisfy(it -> assertThat(document.at(it.substring(1)).isMissingNode())
                        .as(it)
                        .isFalse());
    }

    private List<JsonNode> messages(String channel) {
        return StreamSupport.stream(
                        document.path("channels").path(channel).path("messages").spliterator(), false)
                .toList();
    }
}
