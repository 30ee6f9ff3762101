package gongkai.testing;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks a running service each question as every role, of one's own county and unit and of others', and without a token; and
 * tells where the answer was another than promised.
 *
 * @param url of the service
 */
public record AccessProbe(String url, List<Question> questions) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final Pattern INSTANCE = Pattern.compile("\"instance\":\"[^\"]*\",?");
    private static final int ENOUGH = 20_000;

    /**
     * @param type of the body that it takes; empty: a form
     * @param query what is asked for beside the address, such as {@code format=csv}
     */
    public record Question(Permission row, String type, String query) {

        String address(Scene scene) {
            var asked = Stream.of(scene.parameters(row.subject()), query)
                    .filter(it -> !it.isEmpty())
                    .toList();
            return scene.filled(row.path()) + (asked.isEmpty() ? "" : "?" + String.join("&", asked));
        }

        String name() {
            return row.method() + " " + row.path() + (query.isEmpty() ? "" : "?" + query);
        }

        boolean isOfApi() {
            return row.path().startsWith("/api/");
        }
    }

    /** Whoever holds the token, seen from what is asked for. */
    private enum Relation {
        OWN(Scene.COUNTY, Scene.UNIT),
        OTHER_UNIT(Scene.COUNTY, Scene.COUNTY + "-D99"),
        OTHER_COUNTY("610999", "610999-T03");

        private final String jurisdiction;
        private final String unit;

        Relation(String jurisdiction, String unit) {
            this.jurisdiction = jurisdiction;
            this.unit = unit;
        }
    }

    private record Asker(Role role, Relation relation, String token) {

        static Asker of(Role role, Relation relation) {
            return new Asker(
                    role,
                    relation,
                    TestIssuer.shared()
                            .token(
                                    role.claim(),
                                    List.of(role.claim()),
                                    List.of(relation.jurisdiction),
                                    List.of(relation.unit)));
        }

        String name() {
            return role + " " + relation;
        }
    }

    private static final List<Asker> ASKERS = Arrays.stream(Role.values())
            .flatMap(role -> Arrays.stream(Relation.values()).map(relation -> Asker.of(role, relation)))
            .toList();

    private enum Outcome {
        ALLOWED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND
    }

    private record Answer(int status, String location, String text) {}

    /** What went otherwise; each names the operation, the role and the relation. */
    public List<String> contradictions() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (var it : questions) {
            compare(found, it, "nobody", withoutToken(it.row()), ask(it, Scene.THERE, Optional.empty()));
            for (var who : ASKERS) {
                var answer = ask(it, Scene.THERE, Optional.of(who.token()));
                compare(found, it, who.name(), promised(it.row(), who.role(), who.relation()), answer);
                if (who.relation() == Relation.OTHER_COUNTY && isOfScene(it, answer)) {
                    found.add("%s as %s: names another county".formatted(it.name(), who.role()));
                }
            }
        }
        return found;
    }

    /** Where somebody of another county could tell from the answer whether a thing is there. */
    public List<String> tells() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (var it : questions) {
            if (isCountys(it.row())) {
                for (var who : ASKERS) {
                    if (who.relation() == Relation.OTHER_COUNTY) {
                        var token = Optional.of(who.token());
                        var there = wording(it, Scene.THERE, ask(it, Scene.THERE, token));
                        var absent = wording(it, Scene.ABSENT, ask(it, Scene.ABSENT, token));
                        if (!there.equals(absent)) {
                            found.add("%s as %s: «%s» if it is there, else «%s»"
                                    .formatted(it.name(), who.role(), there, absent));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** A refusal repeats the id that was asked for, and a form shows a county's code as an example. */
    private static boolean isOfScene(Question asked, Answer answer) {
        return answer.status() == 200 && answer.text().contains(asked.isOfApi() ? Scene.COUNTY : Scene.UNIT_NAME);
    }

    /** All that may differ is that the question is repeated. */
    private static String wording(Question question, Scene scene, Answer answer) {
        var text = question.isOfApi()
                ? INSTANCE.matcher(answer.text()).replaceAll("")
                : answer.text().replace(scene.filled(question.row().path()), "");
        return answer.status() + " " + text;
    }

    private static boolean isCountys(Permission row) {
        return row.subject() != Subject.NO_COUNTY && row.subject() != Subject.SECRET_ADDRESS;
    }

    private static Outcome withoutToken(Permission row) {
        return row.subject() == Subject.SECRET_ADDRESS ? Outcome.ALLOWED : Outcome.UNAUTHENTICATED;
    }

    private static Outcome promised(Permission row, Role role, Relation relation) {
        if (relation == Relation.OTHER_COUNTY && isCountys(row)) {
            return Outcome.NOT_FOUND;
        }
        boolean isOfAnotherUnit = role == Role.OFFICER
                && relation == Relation.OTHER_UNIT
                && (row.subject() == Subject.UNIT || row.subject() == Subject.UNIT_ASKED);
        return row.roles().contains(role) && !isOfAnotherUnit ? Outcome.ALLOWED : Outcome.FORBIDDEN;
    }

    private static void compare(List<String> found, Question asked, String who, Outcome promised, Answer answer) {
        var seen = outcome(asked, answer);
        if (seen != promised) {
            found.add("%s as %s: %s instead of %s".formatted(asked.name(), who, seen, promised));
        }
    }

    private Answer ask(Question question, Scene scene, Optional<String> token)
            throws IOException, InterruptedException {
        var method = question.row().method();
        var type = question.type().isEmpty() ? "application/x-www-form-urlencoded" : question.type();
        var request = HttpRequest.newBuilder(URI.create(url + question.address(scene)))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type.startsWith("multipart") ? type + "; boundary=b" : type)
                .header("Origin", url)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body(type)));
        token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        var answer = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            var endless = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    endless ? "" : new String(body.readNBytes(ENOUGH), StandardCharsets.UTF_8));
        }
    }

    /** A page of something that is there; an operation of the API may have been allowed and not found it. */
    private static Outcome outcome(Question asked, Answer answer) {
        if (answer.status() == 401
                || (answer.status() == 302 && answer.location().contains("/oauth2/authorization/"))) {
            return Outcome.UNAUTHENTICATED;
        }
        if (answer.status() == 403) {
            return Outcome.FORBIDDEN;
        }
        if (answer.status() != 404) {
            return Outcome.ALLOWED;
        }
        if (!asked.isOfApi()) {
            return Outcome.NOT_FOUND;
        }
        var code = CODE.matcher(answer.text());
        return code.find() && code.group(1).equals("NOT_FOUND") ? Outcome.NOT_FOUND : Outcome.ALLOWED;
    }

    private static String body(String type) {
        return type.startsWith("multipart") ? "--b--\r\n" : type.contains("json") ? "{}" : "";
    }
}
