package gongkai.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What an OpenAPI document leaves out that a reader needs; each sentence names the operation. */
record OpenApi(JsonNode document) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    record Operation(String name, JsonNode json) {
        /** @param status how it begins, as a regular expression */
        Stream<JsonNode> responses(String status) {
            return json.path("responses")
                    .propertyStream()
                    .filter(it -> it.getKey().matches(status + ".*"))
                    .map(it -> it.getValue());
        }
    }

    List<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api"))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(it -> METHODS.contains(it.getKey()))
                        .map(it -> new Operation(it.getKey() + " " + path.getKey(), it.getValue())))
                .toList();
    }

    List<String> omissions() {
        return operations().stream()
                .flatMap(it -> missing(it).stream().map(what -> it.name() + ": " + what))
                .toList();
    }

    private static List<String> missing(Operation it) {
        List<String> missing = new ArrayList<>();
        require(missing, !it.json().path("summary").asString("").isBlank(), "no summary");
        require(missing, !it.json().path("description").asString("").isBlank(), "no description");
        JsonNode body = it.json().path("requestBody");
        require(missing, body.isMissingNode() || hasExample(body), "no example of a request");
        require(missing, it.responses("2").findAny().isPresent(), "no success");
        require(missing, it.responses("20[0-3]").allMatch(OpenApi::hasExample), "no example of a success");
        require(missing, problems(it).findAny().isPresent(), "no problem");
        require(missing, problems(it).allMatch(OpenApi::hasCodes), "a problem without an example with its code");
        return missing;
    }

    private static void require(List<String> missing, boolean there, String otherwise) {
        if (!there) {
            missing.add(otherwise);
        }
    }

    private static boolean hasExample(JsonNode bodyOrResponse) {
        JsonNode content = bodyOrResponse.path("content");
        return !content.isEmpty()
                && content.valueStream()
                        .allMatch(it ->
                                it.hasNonNull("example") || !it.path("examples").isEmpty());
    }

    private static Stream<JsonNode> problems(Operation it) {
        return Stream.concat(it.responses("4"), it.responses("5"));
    }

    private static boolean hasCodes(JsonNode response) {
        JsonNode examples =
                response.path("content").path("application/problem+json").path("examples");
        return !examples.isEmpty()
                && examples.valueStream()
                        .allMatch(it ->
                                !it.path("value").path("code").asString("").isBlank());
    }
}
