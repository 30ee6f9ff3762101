package gongkai.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Validates messages by the shipped schemas, as a stranger who has only the files would. */
final class Validation {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it -> it.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Schema> BY_TYPE = new ConcurrentHashMap<>();

    private Validation() {}

    /** What is wrong with the message, each with its place; empty: nothing. */
    static List<String> errors(String type, String json) {
        var schema = BY_TYPE.computeIfAbsent(
                type, it -> REGISTRY.getSchema(SchemaLocation.of("classpath:gongkai/schema/" + it + ".json")));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(it -> it.getInstanceLocation() + ": " + it.getMessage())
                .toList();
    }

    static List<String> errors(String type, byte[] json) {
        return errors(type, new String(json, StandardCharsets.UTF_8));
    }
}
