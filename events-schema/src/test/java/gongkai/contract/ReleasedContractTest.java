package gongkai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate: what was released stays as it was promised. */
class ReleasedContractTest {

    private static final String ASSIGNED = "gongkai.ObligationAssigned.v1.json";
    private final Schemas schemas = Schemas.current();

    @Test
    void nothing_that_was_released_is_broken_and_everything_is_released() {
        assertThat(ReleasedContract.breaks())
                .as("the contract is broken%s", ReleasedContract.HOW_TO_CHANGE)
                .isEmpty();
        ReleasedContract.take();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remove  | assigned    |                                   |             | gongkai.ObligationAssigned.v1: the message is gone
            remove  | notice      |                                   |             | gongkai.notice.v1: the message is gone
            remove  | assigned    | /properties/data/properties/row   |             | gongkai.ObligationAssigned.v1 · data row: the field is gone
            remove  | assigned    | /properties/data/properties/issuedOn |          | data issuedOn: the field is gone
            add     | assigned    | /properties/data/required/-       | "issuedOn"  | data issuedOn: it is newly required, and older records lack it
            add     | assigned    | /properties/data/required/-       | "rank"      | data rank: it is newly required
            remove  | assigned    | /properties/data/required/0       |             | data obligation: it is no longer required, and readers count on it
            replace | assigned    | /properties/data/properties/row/type | "string" | data row: its type was "integer" and is "string"
            remove  | assigned    | /properties/data/properties/issuedOn/format |   | data issuedOn: its format was "date" and is not there
            add     | assigned    | /properties/data/properties/task/pattern | "x"  | data task: its pattern was not there and is "x"
            replace | assigned    | /properties/data/properties/rules/items | {"type":"string"} | data rules[]: its type was "object" and is "string"
            replace | assigned    | /properties/type/const            | "gongkai.ObligationAssigned.v2" | type: its const was
            add     | assigned    | /properties/data/additionalProperties | false   | data: its additionalProperties was not there
            remove  | definitions | /$defs/Role/enum/1                |             | gongkai.ObligationAssigned.v1 · data assignment role: the value COOPERATING is gone
            remove  | definitions | /$defs/FindingCode/enum/20        |             | gongkai.TaskDefined.v1 · data findings[] code: the value CONTENT_NAMES_OTHERS is gone
            remove  | definitions | /$defs/TimeLimit/oneOf/4          |             | data rules[] timeLimit: the kind LASTING is gone
            remove  | definitions | /$defs/Window/properties/to       |             | data rules[] timeLimit(WINDOW) to: the field is gone
            add     | definitions | /$defs/Basis/required/-           | "office"    | gongkai.UnitMerged.v1 · data basis office: it is newly required
            remove  | record      | /properties/leaf                  |             | gongkai.CaseAccepted.v1 · leaf: the field is gone
            replace | record      | /properties/position/maximum      | 99          | position: its maximum was 9007199254740991 and is 99
            remove  | notice      | /properties/data/properties/kind/enum/6 |       | gongkai.notice.v1 · data kind: the value WITHDRAWN is gone
            replace | checkpoint  | /pattern                          | "x"         | gongkai.checkpoint.v1 ·: its pattern was
            """)
    void an_incompatible_change_is_refused_by_message_and_field(
            String operation, String file, @Nullable String path, @Nullable String value, String told) {
        assertThat(Compatibility.breaks(schemas, changed(operation, file, path, value)))
                .anySatisfy(it -> assertThat(it).contains(told));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            add     | assigned    | /properties/data/properties/rank  | {"type":"integer"}
            add     | definitions | /$defs/TaskText/properties/remark | {"type":"string"}
            add     | record      | /properties/traceparent           | {"type":"string"}
            add     | definitions | /$defs/InterpretationForm/enum/-  | "POEM"
            add     | definitions | /$defs/TimeLimit/oneOf/-          | {"type":"object","properties":{"kind":{"const":"SOON"}}}
            replace | assigned    | /properties/data/properties/row/description | "Which row."
            add     | gongkai.ObligationSung.v1.json |                | {"type":"object"}
            add     | gongkai.ObligationAssigned.v2.json |            | {"type":"object"}
            """)
    void a_compatible_change_is_accepted(String operation, String file, @Nullable String path, @Nullable String value) {
        var changed = changed(operation, file, path, value);
        assertThat(changed).isNotEqualTo(schemas);
        assertThat(Compatibility.breaks(schemas, changed)).isEmpty();
    }

    private Schemas changed(String operation, String file, @Nullable String path, @Nullable String value) {
        var name = switch (file) {
            case "assigned" -> ASSIGNED;
            case "notice", "checkpoint" -> "gongkai." + file + ".v1.json";
            case "definitions", "record" -> file + ".json";
            default -> file;
        };
        return schemas.changed(operation, name, path == null ? "" : path, value == null ? "null" : value);
    }

    @Test
    void an_edited_or_a_removed_golden_file_is_refused_and_a_new_one_is_not() {
        var released = new GoldenFiles(golden("gongkai.X.v1.json", "{}", "gongkai.Y.v1.json", "[]"));
        assertThat(GoldenFiles.breaks(released, GoldenFiles.parse(released.asText())))
                .isEmpty();
        assertThat(GoldenFiles.breaks(released, new GoldenFiles(golden("gongkai.X.v1.json", "{ }"))))
                .containsExactly(
                        "golden/gongkai.X.v1.json: the file was edited; ledgers hold those bytes. What is new goes into a file beside it",
                        "golden/gongkai.Y.v1.json: the file is gone");
        var more = golden("gongkai.X.v1.json", "{}", "gongkai.Y.v1.json", "[]", "gongkai.X.v2.json", "7");
        assertThat(GoldenFiles.breaks(released, new GoldenFiles(more))).isEmpty();
    }

    private static SortedMap<String, String> golden(String... namesAndTexts) {
        var hashes = new TreeMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            hashes.put(namesAndTexts[i], GoldenFiles.sha256(namesAndTexts[i + 1]));
        }
        return hashes;
    }
}
