package gongkai.contract;

import gongkai.record.RecordedShapes;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The page that explains every message, made from the schemas. */
final class EventsPage {

    private static final String HEAD = """
            # Events

            What stands in the ledger and on the topics, made from the schemas in
            [`events-schema`](../../events-schema/src/main/resources/gongkai/schema) by `./infra/contract`; topics, keys and order are
            in [asyncapi.yaml](../../events-schema/src/main/resources/gongkai/asyncapi.yaml). A field that is not required is absent, never
            null. Days are days in Asia/Shanghai. “Since” names the version of Gongkai that first wrote it.

            **For readers.** Within a version fields may be added, and so may values of enumerations and kinds; nothing else changes. Pass
            over fields that you do not know; report a value, kind or event that you do not know, do not guess. A new version is a new
            event type, and the old ones stay in the ledger for ever.
            """;

    private final Schemas schemas;
    private final StringBuilder page = new StringBuilder(HEAD);

    private EventsPage(Schemas schemas) {
        this.schemas = schemas;
    }

    static String of(Schemas schemas) {
        return new EventsPage(schemas).write();
    }

    private String write() {
        var record = schemas.file("record.json");
        section("## ", record);
        fields(record);
        page.append("\n## Events\n");
        for (var type : RecordedShapes.all().keySet()) {
            var schema = schemas.ofType(type);
            section("### ", schema);
            origin(type, schema);
            fields(schema.at("/properties/data"));
        }
        page.append("\n## Shared parts\n");
        schemas.file("definitions.json").path("$defs").forEachEntry(this::shared);
        var notice = schemas.ofType("gongkai.notice.v1");
        section("## ", notice);
        origin("gongkai.notice.v1", notice);
        fields(notice);
        page.append("\nIts `data`:\n");
        fields(notice.at("/properties/data"));
        var checkpoint = schemas.ofType("gongkai.checkpoint.v1");
        section("## ", checkpoint);
        origin("gongkai.checkpoint.v1", checkpoint);
        return page.toString();
    }

    private void section(String level, JsonNode schema) {
        page.append("\n%s%s\n\n%s\n".formatted(level, text(schema, "title"), text(schema, "description")));
    }

    private void origin(String type, JsonNode schema) {
        page.append("\n`%s`, since %s.\n".formatted(type, text(schema, "x-since")));
    }

    private void shared(String name, JsonNode schema) {
        page.append("\n### %s\n\n%s\n".formatted(name, text(schema, "description")));
        if (schema.has("oneOf")) {
            page.append("\nOne of ")
                    .append(StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                            .map(EventsPage::typeOf)
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        } else if (schema.has("properties")) {
            fields(schema);
        }
    }

    private void fields(JsonNode object) {
        var required = StreamSupport.stream(object.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        page.append("\n| field | type | required | description |\n| --- | --- | --- | --- |\n");
        object.path("properties")
                .forEachEntry((name, property) -> page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                name,
                                typeOf(property),
                                required.contains(name) ? "yes" : "no",
                                text(property, "description").replace("|", "\\|")
                                        + (property.has("x-personal") ? " **Personal data.**" : "")
                                        + (property.has("x-since")
                                                ? " Since %s.".formatted(text(property, "x-since"))
                                                : ""))));
    }

    private static String typeOf(JsonNode property) {
        if (property.has("$ref")) {
            var reference = text(property, "$ref");
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            return "[%s](#%s)".formatted(name, name.toLowerCase(Locale.ROOT));
        }
        if (property.has("const")) {
            return "`" + text(property, "const") + "`";
        }
        if (property.has("items")) {
            return "list of " + typeOf(property.path("items"));
        }
        return switch (property.path("format").asString("")) {
            case "date" -> "date";
            case "date-time" -> "instant";
            case "iri" -> "address";
            default -> text(property, "type");
        };
    }

    private static String text(JsonNode schema, String keyword) {
        return schema.path(keyword).asString("");
    }
}
