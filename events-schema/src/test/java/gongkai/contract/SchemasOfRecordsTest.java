package gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.record.RecordedShapes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each schema says what its record holds: no field more, none less, none otherwise. */
class SchemasOfRecordsTest {

    private static final String ASSIGNED = "gongkai.ObligationAssigned.v1";
    private final Schemas schemas = Schemas.current();

    @Test
    void every_version_of_every_event_has_a_schema_and_no_schema_lacks_its_event() {
        assertThat(schemas.files().keySet().stream()
                        .filter(it -> it.matches("gongkai\\.[A-Z].*"))
                        .map(it -> it.replace(".json", "")))
                .containsExactlyInAnyOrderElementsOf(RecordedShapes.all().keySet());
    }

    @Test
    void every_schema_holds_the_fields_of_its_record() {
        assertThat(RecordedShapes.all().entrySet())
                .allSatisfy(it -> assertThat(differences(it.getKey(), it.getValue(), schemas))
                        .isEmpty());
    }

    @Test
    void every_schema_is_of_its_own_type_and_tells_since_when() {
        assertThat(RecordedShapes.all().keySet()).allSatisfy(type -> {
            var schema = schemas.ofType(type);
            assertThat(schema.at("/properties/type/const").asString()).isEqualTo(type);
            assertThat(schema.at("/allOf/0/$ref").asString()).isEqualTo("record.json");
            assertThat(schema.path("x-since").asString()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(schema.path("title").asString())
                    .startsWith(type.split("\\.", -1)[1] + " ")
                    .containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void everything_is_described() {
        var bare = new ArrayList<String>();
        schemas.files().forEach((file, schema) -> {
            collectBare(file, schema, bare);
            if (schema.path("description").asString("").isBlank()) {
                bare.add(file);
            }
            schema.path("$defs").forEachEntry((name, it) -> {
                if (it.path("description").asString("").isBlank()) {
                    bare.add(file + " " + name);
                }
            });
        });
        assertThat(bare).isEmpty();
    }

    private static void collectBare(String place, JsonNode schema, List<String> bare) {
        schema.path("enum").forEach(value -> {
            if (!schema.path("description").asString("").contains(value.asString())) {
                bare.add(place + " " + value);
            }
        });
        schema.path("properties").forEachEntry((name, property) -> {
            if (property.path("description").asString("").isBlank()) {
                bare.add(place + " " + name);
            }
        });
        schema.forEachEntry((name, it) -> collectBare(place + "/" + name, it, bare));
    }

    private static List<String> differences(String type, Class<?> shape, Schemas schemas) {
        return RecordShape.differences(
                type + " data", shape, schemas.resolved(type + ".json").at("/properties/data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remove  | properties/row                     |              | data.row: the schema lacks it
            add     | properties/rank                    | {}           | data.rank: the record lacks it
            add     | required/-                         | "issuedOn"   | data.issuedOn: it is optional in the record
            remove  | required/0                         |              | data.obligation: it is required in the record
            replace | properties/row/type                | "string"     | data.row: the record holds integer, the schema says string
            remove  | properties/occurredAt/format       |              | data.occurredAt: the record holds string date-time
            replace | properties/rules/type              | "object"     | data.rules: the record holds array
            remove  | TaskText/properties/category       |              | data.text.category: the schema lacks it
            remove  | Role/enum/0                        |              | data.assignment.role: the record knows
            add     | InterpretationForm/enum/-          | "POEM"       | data.rules[].requirement.forms[]: the record knows
            remove  | TimeLimit/oneOf/5                  |              | data.rules[].timeLimit: the schema lacks the kind ONGOING
            add     | Recurring/required/-               | "day"        | data.rules[].timeLimit(RECURRING).day: it is optional
            replace | Ongoing/properties/kind/const      | "SOON"       | data.rules[].timeLimit: only the schema has the kind SOON
            """)
    void a_difference_is_told_by_event_and_field(String operation, String path, @Nullable String value, String told) {
        boolean shared = Character.isUpperCase(path.charAt(0));
        var changed = shared
                ? schemas.changed(operation, "definitions.json", "/$defs/" + path, String.valueOf(value))
                : schemas.changed(operation, ASSIGNED + ".json", "/properties/data/" + path, String.valueOf(value));
        assertThat(differences(ASSIGNED, ObligationAssigned.class, changed))
                .anySatisfy(it -> assertThat(it).startsWith(ASSIGNED + " " + told));
    }
}
