package gongkai.testing;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Permission;
import gongkai.http.access.Role;
import gongkai.http.access.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operations of a service, and who may call them, as its own OpenAPI document tells it to everybody. */
public record DocumentedOperations(List<Operation> all) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** What each answers whom it does not serve; of a secret address there is nobody to refuse. */
    private static final List<String> REFUSALS = List.of("401 UNAUTHENTICATED", "403 FORBIDDEN");

    /** @param path as the document has it */
    public record Operation(String method, String path, JsonNode json) {

        public String name() {
            return method + " " + path;
        }

        /** Empty where the document does not say who may. */
        Optional<Permission> access() {
            var said = json.path("x-access");
            return said.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(Permission.on(
                            method,
                            path,
                            Subject.valueOf(said.path("about").asString()),
                            said.path("roles")
                                    .valueStream()
                                    .map(it -> Role.valueOf(it.asString().toUpperCase(Locale.ROOT)))
                                    .toArray(Role[]::new)));
        }

        /** What to ask it with: nothing, an earlier time where it takes one, and each format that it answers in. */
        List<String> queries() {
            var parameters = json.path("parameters");
            var times = parameters.valueStream().anyMatch(it -> isNamed(it, "known"))
                    ? Stream.of("at=2019-05-01&known=position:2")
                    : Stream.<String>empty();
            var formats = parameters
                    .valueStream()
                    .filter(it -> isNamed(it, "format"))
                    .flatMap(it -> it.path("schema").path("enum").valueStream())
                    .map(it -> "format=" + it.asString());
            return Stream.of(Stream.of(""), times, formats).flatMap(it -> it).toList();
        }

        private static boolean isNamed(JsonNode parameter, String name) {
            return parameter.path("name").asString().equals(name);
        }

        private List<String> unsaid() {
            boolean isOpen =
                    access().map(it -> it.subject() == Subject.SECRET_ADDRESS).orElse(false);
            return isOpen ? List.of() : missing().map(it -> name() + ": " + it).toList();
        }

        private Stream<String> missing() {
            var countys =
                    access().filter(it -> it.subject() != Subject.NO_COUNTY).map(_ -> "404 NOT_FOUND");
            var refusals = Stream.concat(REFUSALS.stream(), countys.stream())
                    .filter(it -> !refuses(it.substring(0, 3), it.substring(4)))
                    .map("the document does not show that it answers %s"::formatted);
            return Stream.of(
                            json.path("security").path(0).has("bearerAuth")
                                    ? Stream.<String>empty()
                                    : Stream.of("the document does not show that it takes a token (bearerAuth)"),
                            json.path("description").asString().contains("**Who may:**")
                                    ? Stream.<String>empty()
                                    : Stream.of("the document does not say who may"),
                            refusals)
                    .flatMap(it -> it);
        }

        private boolean refuses(String status, String code) {
            return json.path("responses")
                    .path(status)
                    .path("content")
                    .path("application/problem+json")
                    .path("examples")
                    .has(code);
        }
    }

    /** @param url of the service */
    public static DocumentedOperations of(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var document = JsonMapper.shared()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(URI.create(url + "/v3/api-docs"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
            return new DocumentedOperations(document.path("paths")
                    .propertyStream()
                    .flatMap(path -> path.getValue()
                            .propertyStream()
                            .filter(it -> METHODS.contains(it.getKey()))
                            .map(it ->
                                    new Operation(it.getKey().toUpperCase(Locale.ROOT), path.getKey(), it.getValue())))
                    .toList());
        }
    }

    /** One sentence for each operation that only one of the two knows, with its cure. */
    public List<String> disagreements(AccessMatrix matrix) {
        var rows = matrix.rows().stream()
                .filter(it -> it.path().startsWith("/api/"))
                .map(it -> it.method() + " " + it.documentedPath())
                .collect(Collectors.toSet());
        var documented = all.stream().map(Operation::name).collect(Collectors.toSet());
        return Stream.concat(
                        documented.stream()
                                .filter(it -> !rows.contains(it))
                                .map(
                                        ("%s stands in the OpenAPI document, but the access matrix has no row for it: say in the service's "
                                                        + "access room what it is about and who may")::formatted),
                        rows.stream()
                                .filter(it -> !documented.contains(it))
                                .map(
                                        ("%s has a row in the access matrix, but does not stand in the OpenAPI document: delete the row, or "
                                                        + "answer it from a @RestController that is not hidden")
                                                ::formatted))
                .sorted()
                .toList();
    }

    /** What a reader of the document alone would not know about who may; each names the operation. */
    public List<String> unsaid() {
        return all.stream().flatMap(it -> it.unsaid().stream()).toList();
    }
}
