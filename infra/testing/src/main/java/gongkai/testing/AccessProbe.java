package gongkai.testing;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Permission;
import gongkai.http.access.Role;
import gongkai.http.access.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks a running service every operation of its matrix as every role, of one's own county and unit and of others', and
 * without a token; and tells where the answer was another than the matrix promises.
 *
 * @param url of the service
 * @param types of the body that an operation takes, by «METHOD path»; others get a form
 */
public record AccessProbe(String url, AccessMatrix matrix, Map<String, String> types) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final String COUNTY = "610926";
    private static final String UNIT = COUNTY + "-T03";
    private static final String UNIT_DUTY = COUNTY + "-2019-04-T03";

    private static final List<Map.Entry<String, String>> IDS = List.of(
            Map.entry("/publications/", UNIT_DUTY + "-P1"),
            Map.entry("/cases/", UNIT_DUTY + "-C1"),
            Map.entry("/tasks/", COUNTY + "-2019-04"),
            Map.entry("/plans/", COUNTY + "-2019"),
            Map.entry("/deliveries/", "00000000-0000-0000-0000-000000000000"));

    /** Whoever holds the token, seen from what is asked for. */
    private enum Relation {
        OWN(COUNTY, UNIT),
        OTHER_UNIT(COUNTY, COUNTY + "-D99"),
        OTHER_COUNTY("610999", "610999-T03");

        private final String jurisdiction;
        private final String unit;

        Relation(String jurisdiction, String unit) {
            this.jurisdiction = jurisdiction;
            this.unit = unit;
        }
    }

    private enum Outcome {
        ALLOWED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND
    }

    /** What went otherwise; each names the operation, the role and the relation. */
    public List<String> contradictions() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (var row : matrix.rows()) {
            compare(found, row, "nobody", withoutToken(row), ask(row, Optional.empty()));
            for (var role : Role.values()) {
                for (var relation : Relation.values()) {
                    var token = TestIssuer.shared()
                            .token(
                                    role.claim(),
                                    List.of(role.claim()),
                                    List.of(relation.jurisdiction),
                                    List.of(relation.unit));
                    compare(
                            found,
                            row,
                            role + " " + relation,
                            promised(row, role, relation),
                            ask(row, Optional.of(token)));
                }
            }
        }
        return found;
    }

    private static Outcome withoutToken(Permission row) {
        return row.subject() == Subject.SECRET_ADDRESS ? Outcome.ALLOWED : Outcome.UNAUTHENTICATED;
    }

    private static Outcome promised(Permission row, Role role, Relation relation) {
        if (relation == Relation.OTHER_COUNTY
                && row.subject() != Subject.NO_COUNTY
                && row.subject() != Subject.SECRET_ADDRESS) {
            return Outcome.NOT_FOUND;
        }
        boolean isOfAnotherUnit = role == Role.OFFICER
                && relation == Relation.OTHER_UNIT
                && (row.subject() == Subject.UNIT || row.subject() == Subject.UNIT_ASKED);
        return row.roles().contains(role) && !isOfAnotherUnit ? Outcome.ALLOWED : Outcome.FORBIDDEN;
    }

    private static void compare(List<String> found, Permission row, String who, Outcome promised, Outcome seen) {
        if (seen != promised) {
            found.add("%s %s as %s: %s instead of %s".formatted(row.method(), row.path(), who, seen, promised));
        }
    }

    private Outcome ask(Permission row, Optional<String> token) throws IOException, InterruptedException {
        var taken = types.getOrDefault(row.method() + " " + row.path(), "");
        var type = taken.isEmpty() ? "application/x-www-form-urlencoded" : taken;
        var request = HttpRequest.newBuilder(URI.create(url + filled(row)))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type.startsWith("multipart") ? type + "; boundary=b" : type)
                .header("Origin", url)
                .method(
                        row.method(),
                        row.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body(type)));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            return outcome(
                    row,
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    () -> body.readNBytes(4_000));
        }
    }

    private interface Body {
        byte[] read() throws IOException;
    }

    /** A page of something that is there; an operation of the API may have been allowed and not found it. */
    private static Outcome outcome(Permission row, int status, String location, Body body) throws IOException {
        if (status == 401 || (status == 302 && location.contains("/oauth2/authorization/"))) {
            return Outcome.UNAUTHENTICATED;
        }
        if (status == 403) {
            return Outcome.FORBIDDEN;
        }
        if (status != 404) {
            return Outcome.ALLOWED;
        }
        if (!row.path().startsWith("/api/")) {
            return Outcome.NOT_FOUND;
        }
        var code = CODE.matcher(new String(body.read(), StandardCharsets.UTF_8));
        return code.find() && code.group(1).equals("NOT_FOUND") ? Outcome.NOT_FOUND : Outcome.ALLOWED;
    }

    private static String body(String type) {
        return type.startsWith("multipart") ? "--b--\r\n" : type.contains("json") ? "{}" : "";
    }

    private static String filled(Permission row) {
        var path = row.path();
        var id = IDS.stream()
                .filter(it -> path.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNIT_DUTY);
        var filled = path.replace("{code}", COUNTY)
                .replace("{id}", id)
                .replace("{unit}", UNIT)
                .replace("{year}", "2019")
                .replace("{month}", "2019-05")
                .replace("{position}", "0")
                .replace("{sha256}", "0".repeat(64))
                .replace("{level}", "0")
                .replace("{*place}", "000")
                .replace("{secret}", "none")
                .replace("{name}", "none")
                .replace("{path}", "publications");
        return switch (row.subject()) {
            case COUNTY_ASKED -> filled + "?jurisdiction=" + COUNTY;
            case UNIT_ASKED -> filled + "?jurisdiction=" + COUNTY + "&unit=" + UNIT;
            case NO_COUNTY, SECRET_ADDRESS, COUNTY, UNIT -> filled;
        };
    }
}
