package gongkai.e2e;

import gongkai.e2e.HostileRequests.Shot;
import gongkai.e2e.RawHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no answer may show, whatever was asked; each finding is a sentence. */
final class HostileRules {
    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.[a-z]+)+\\.[A-Z]|(org\\.springframework|org\\.apache|org\\.postgresql|tools\\.jackson|java\\.(lang|util|time|io|net)|jakarta|gongkai\\.(http|query|command))\\.[a-zA-Z]|Apache Tomcat|PSQLException|[a-z]Exception\\b");
    /** Of the protocol itself: a version or a coding of transfers that nobody speaks. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(501, 505);

    private HostileRules() {}

    static List<String> findings(Shot shot, Answer it) {
        List<String> found = new ArrayList<>();
        boolean unanswered = it.status() == 0;
        // Who listens to a stream and closes his half of the line has hung up before it begins.
        boolean hungUp = shot.target().endsWith("/api/stream");
        check(found, !unanswered || shot.line() || hungUp, "no answer");
        if (unanswered) {
            return found;
        }
        boolean waits = it.status() == 503 && it.header("Retry-After").isPresent();
        boolean protocol = shot.line() && OF_THE_PROTOCOL.contains(it.status());
        check(found, it.status() < 500 || waits || protocol, "a failure of ours");
        check(found, it.status() < 400 || !showsInside(it), "shows what is inside");
        check(found, it.header("Server").isEmpty() && it.header("X-Powered-By").isEmpty(), "names its server");
        check(found, it.header(Naughty.INJECTED).isEmpty(), "took a header from the request");
        check(
                found,
                it.all("Set-Cookie").allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite")),
                "a careless cookie");
        check(found, it.header("Access-Control-Allow-Origin").isEmpty(), "opens itself to pages of other sites");
        check(found, it.header("Location").stream().allMatch(HostileRules::staysHere), "leads to elsewhere");
        boolean ours = it.header("X-Content-Type-Options").isPresent();
        check(found, ours || shot.line(), "no nosniff");
        if (it.is("text/html")) {
            check(
                    found,
                    it.header("Content-Security-Policy")
                            .filter(policy -> policy.contains("frame-ancestors 'none'"))
                            .isPresent(),
                    "HTML without a policy");
        }
        if (it.status() >= 400 && !shot.head()) {
            boolean refusedByServer = shot.line() && it.text().isEmpty();
            boolean asItShould = shot.api() ? isProblem(it) : isPage(it);
            boolean beforeAnybodyKnew = shot.line() && (isProblem(it) || isPage(it));
            check(
                    found,
                    refusedByServer || asItShould || beforeAnybodyKnew,
                    shot.api() ? "a refusal that is no problem document" : "a refusal that is no page");
        }
        return found;
    }

    private static void check(List<String> found, boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }

    static boolean showsInside(Answer it) {
        return INSIDE.matcher(it.text()).find();
    }

    private static boolean staysHere(String location) {
        return location.matches("/[^/\\\\].*|/") || location.matches("http://127\\.0\\.0\\.1:\\d+(/.*)?");
    }

    static boolean isPage(Answer it) {
        return it.is("text/html") && it.text().contains("/static/") && it.text().contains("<main");
    }

    static boolean isProblem(Answer it) {
        if (!it.is("application/problem+json")) {
            return false;
        }
        try {
            JsonNode document = JsonMapper.shared().readTree(it.text());
            return !document.path("code").asString("").isBlank()
                    && !document.path("detail").asString("").isBlank()
                    && document.path("status").asInt() == it.status();
        } catch (JacksonException _) {
            return false;
        }
    }
}
