package gongkai.contract;

import gongkai.event.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Compares a schema without references with the Java type that it should describe. */
final class RecordShape {

    private static final Map<Class<?>, String> TEXTS = Map.of(
            String.class, "string",
            Instant.class, "string date-time",
            LocalDate.class, "string date",
            URI.class, "string iri",
            Integer.class, "integer",
            Long.class, "integer",
            Boolean.class, "boolean");

    private final List<String> differences = new ArrayList<>();

    /** A sentence for each place where they differ, which begins with the place. */
    static List<String> differences(String place, Type type, JsonNode schema) {
        var shape = new RecordShape();
        shape.compare(place, type, schema);
        return shape.differences;
    }

    private void compare(String place, Type type, JsonNode schema) {
        if (type instanceof ParameterizedType list && list.getRawType().equals(List.class)) {
            expect(place, "array", schema);
            compare(place + "[]", list.getActualTypeArguments()[0], schema.path("items"));
        } else if (!(type instanceof Class<?> it)) {
            differ(place, "no schema is known for " + type);
        } else if (it.isEnum()) {
            expect(place, "string", schema);
            enumeration(place, it, schema);
        } else if (it.isSealed()) {
            alternatives(place, it, schema);
        } else if (it.isRecord()) {
            record(place, it, schema, List.of());
        } else {
            expect(place, TEXTS.getOrDefault(it, it.getName()), schema);
        }
    }

    private void expect(String place, String expected, JsonNode schema) {
        var found = (schema.path("type").asString("nothing") + " "
                        + schema.path("format").asString(""))
                .strip();
        if (!found.equals(expected)) {
            differ(place, "the record holds " + expected + ", the schema says " + found);
        }
    }

    private void enumeration(String place, Class<?> type, JsonNode schema) {
        var values =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.toSet());
        var said = StreamSupport.stream(schema.path("enum").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        if (!values.equals(said)) {
            differ(place, "the record knows " + values + ", the schema " + said);
        }
    }

    /** Each record of a sealed type is named by its {@code kind}: FixedDate is FIXED_DATE. */
    private void alternatives(String place, Class<?> type, JsonNode schema) {
        var kinds = StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                .collect(Collectors.toMap(RecordShape::kindOf, it -> it));
        for (var permitted : type.getPermittedSubclasses()) {
            var kind = permitted
                    .getSimpleName()
                    .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                    .toUpperCase(Locale.ROOT);
            Optional.ofNullable(kinds.remove(kind))
                    .ifPresentOrElse(
                            it -> record(place + "(" + kind + ")", permitted, it, List.of("kind")),
                            () -> differ(place, "the schema lacks the kind " + kind));
        }
        kinds.keySet().forEach(it -> differ(place, "only the schema has the kind " + it));
    }

    static String kindOf(JsonNode alternative) {
        return alternative.at("/properties/kind/const").asString("");
    }

    private void record(String place, Class<?> type, JsonNode schema, List<String> besides) {
        expect(place, "object", schema);
        var unknown = new ArrayList<>(schema.path("properties").propertyNames());
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        unknown.removeAll(besides);
        for (var component : type.getRecordComponents()) {
            var field = place + "." + component.getName();
            if (!unknown.remove(component.getName())) {
                differ(field, "the schema lacks it");
                continue;
            }
            var property = schema.path("properties").path(component.getName());
            var optional = optionalOf(component.getGenericType());
            if (optional.isPresent() == required.contains(component.getName())) {
                differ(field, "it is %s in the record".formatted(optional.isPresent() ? "optional" : "required"));
            }
            compare(field, optional.orElse(component.getGenericType()), property);
            if (optional.orElse(component.getGenericType()).equals(Personal.class) != property.has("x-personal")) {
                differ(field, "it is Personal in the record, or x-personal in the schema, but not both");
            }
        }
        unknown.forEach(it -> differ(place + "." + it, "the record lacks it"));
    }

    private static Optional<Type> optionalOf(Type type) {
        return type instanceof ParameterizedType it && it.getRawType().equals(Optional.class)
                ? Optional.of(it.getActualTypeArguments()[0])
                : Optional.empty();
    }

    private void differ(String place, String how) {
        differences.add(place + ": " + how);
    }
}
