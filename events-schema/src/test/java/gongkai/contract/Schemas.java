package gongkai.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of one folder, by file name. */
record Schemas(SortedMap<String, ObjectNode> files) {

    static final Path FOLDER = Path.of("src/main/resources/gongkai/schema");

    private static final JsonMapper JSON = JsonMapper.shared();

    static Schemas current() {
        return in(FOLDER);
    }

    static Schemas in(Path folder) {
        var files = new TreeMap<String, ObjectNode>();
        try (var paths = Files.list(folder)) {
            paths.filter(it -> it.toString().endsWith(".json"))
                    .forEach(it -> files.put(it.getFileName().toString(), (ObjectNode) JSON.readTree(it)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Schemas(files);
    }

    /** A copy with one change, in the words of JSON Patch (RFC 6902): add, replace or remove; the path "" is a file. */
    Schemas changed(String operation, String name, String path, String value) {
        var copy = new TreeMap<String, ObjectNode>();
        files.forEach((file, schema) -> copy.put(file, schema.deepCopy()));
        var pointer = JsonPointer.compile(path);
        boolean remove = operation.equals("remove");
        if (path.isEmpty()) {
            if (remove) {
                copy.remove(name);
            } else {
                copy.put(name, (ObjectNode) JSON.readTree(value));
            }
            return new Schemas(copy);
        }
        var last = pointer.last().getMatchingProperty();
        switch (new Schemas(copy).file(name).at(pointer.head())) {
            case ObjectNode it when remove && it.has(last) -> it.remove(last);
            case ObjectNode it when !remove -> it.set(last, JSON.readTree(value));
            case ArrayNode it when remove -> it.remove(Integer.parseInt(last));
            case ArrayNode it -> it.add(JSON.readTree(value));
            default -> throw new AssertionError(name + " has no " + path);
        }
        return new Schemas(copy);
    }

    ObjectNode file(String name) {
        var schema = files.get(name);
        if (schema == null) {
            throw new AssertionError("there is no schema " + name);
        }
        return schema;
    }

    ObjectNode ofType(String type) {
        return file(type + ".json");
    }

    /** The whole schema without references: what a reference stands for, overlaid with what stands beside it. */
    JsonNode resolved(String name) {
        return resolve(file(name), name);
    }

    private JsonNode resolve(JsonNode node, String file) {
        if (node.isArray()) {
            var all = JSON.createArrayNode();
            node.forEach(it -> all.add(resolve(it, file)));
            return all;
        }
        if (!node.isObject()) {
            return node;
        }
        var all = JSON.createObjectNode();
        if (node.path("$ref").isString()) {
            var reference = node.path("$ref").asString();
            int hash = reference.indexOf('#');
            var there = hash < 0 ? reference : reference.substring(0, hash);
            var target = there.isEmpty() ? file : there;
            var part = hash < 0 ? file(target) : file(target).at(reference.substring(hash + 1));
            if (part.isMissingNode()) {
                throw new AssertionError(file + " refers to " + reference + ", which is not there");
            }
            all.setAll((ObjectNode) resolve(part, target));
        }
        node.forEachEntry((key, value) -> {
            if (!key.equals("$ref")) {
                all.set(key, resolve(value, file));
            }
        });
        return all;
    }
}
