package gongkai.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a changed contract takes from those who rely on the released one: from readers who were promised something, and from
 * records that were written before. Allowed are new messages, new optional fields, and new values of enumerations and
 * kinds, which readers are told to expect; all else needs a new version.
 */
final class Compatibility {

    private static final Set<String> PROSE =
            Set.of("$schema", "$comment", "$defs", "title", "description", "examples", "x-since");
    private static final Set<String> STRUCTURE = Set.of("properties", "required", "enum", "oneOf", "items", "allOf");

    private final List<String> breaks = new ArrayList<>();

    /** A sentence for each promise that is not kept, which begins with the message and the place. */
    static List<String> breaks(Schemas released, Schemas current) {
        var compatibility = new Compatibility();
        for (var file : released.files().keySet()) {
            var message = file.replace(".json", "");
            if (!current.files().containsKey(file)) {
                compatibility.breaks.add(message + ": the message is gone");
            } else if (!file.equals("definitions.json")) {
                compatibility.compare(message + " ·", released.resolved(file), current.resolved(file));
            }
        }
        return compatibility.breaks;
    }

    private void compare(String place, JsonNode released, JsonNode current) {
        var keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(current.propertyNames());
        keywords.removeAll(PROSE);
        keywords.removeAll(STRUCTURE);
        for (var keyword : keywords) {
            if (!released.path(keyword).equals(current.path(keyword))) {
                breaks.add("%s: its %s was %s and is %s"
                        .formatted(place, keyword, said(released.path(keyword)), said(current.path(keyword))));
            }
        }
        fields(place, released, current);
        missing(released.path("enum"), current.path("enum"))
                .forEach(it -> breaks.add(place + ": the value " + it + " is gone"));
        kinds(place, released.path("oneOf"), current.path("oneOf"));
        if (released.has("items") || current.has("items")) {
            compare(place + "[]", released.path("items"), current.path("items"));
        }
        for (int i = 0; i < released.path("allOf").size(); i++) {
            compare(place, released.path("allOf").path(i), current.path("allOf").path(i));
        }
    }

    private static String said(JsonNode keyword) {
        return keyword.isMissingNode() ? "not there" : keyword.toString();
    }

    private void fields(String place, JsonNode released, JsonNode current) {
        released.path("properties").forEachEntry((name, property) -> {
            var now = current.path("properties").path(name);
            if (now.isMissingNode()) {
                breaks.add(place + " " + name + ": the field is gone");
            } else {
                compare(place + " " + name, property, now);
            }
        });
        missing(current.path("required"), released.path("required"))
                .forEach(it -> breaks.add(place + " " + it + ": it is newly required, and older records lack it"));
        missing(released.path("required"), current.path("required"))
                .filter(it -> current.path("properties").has(it))
                .forEach(it -> breaks.add(place + " " + it + ": it is no longer required, and readers count on it"));
    }

    private static Stream<String> missing(JsonNode these, JsonNode among) {
        var there = StreamSupport.stream(among.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        return StreamSupport.stream(these.spliterator(), false)
                .map(JsonNode::asString)
                .filter(it -> !there.contains(it));
    }

    private void kinds(String place, JsonNode released, JsonNode current) {
        var now = byKind(current);
        byKind(released).forEach((kind, alternative) -> {
            var found = now.get(kind);
            if (found == null) {
                breaks.add(place + ": the kind " + kind + " is gone");
            } else {
                compare(place + "(" + kind + ")", alternative, found);
            }
        });
    }

    private static Map<String, JsonNode> byKind(JsonNode alternatives) {
        Map<String, JsonNode> kinds = new LinkedHashMap<>();
        alternatives.forEach(it -> kinds.put(RecordShape.kindOf(it), it));
        return kinds;
    }
}
