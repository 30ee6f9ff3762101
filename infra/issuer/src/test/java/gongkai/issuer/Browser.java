package gongkai.issuer;

import gongkai.issuer.client.ClientFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person's browser does, and the query service behind it: cookies, forms with their mark against forgery, codes. */
final class Browser {

    private static final Pattern MARK = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final String REDIRECT = "http://127.0.0.1:8080/login/oauth2/code/gongkai";

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final RunningIssuer issuer;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(RunningIssuer issuer) {
        this.issuer = issuer;
    }

    /** @param to where it leads, or empty: the page itself */
    record Answer(int status, String to, String text) {}

    Answer get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** What a form of this page carries, so that no other page can send it. */
    String mark(String page) {
        var mark = MARK.matcher(get(page).text());
        return mark.find() ? mark.group(1) : "";
    }

    /** @param page where the form stands */
    Answer submit(String page, String path, Map<String, String> fields) {
        return submitMarked(mark(page), path, fields);
    }

    Answer submitMarked(String mark, String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", mark);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(all))));
    }

    Answer signIn(String name, String password) {
        return submit("/login", "/login", Map.of("username", name, "password", password));
    }

    Answer choosePassword(String present, String chosen) {
        return submit("/password", "/password", Map.of("present", present, "chosen", chosen, "again", chosen));
    }

    /** Whether the person is known here: else every page leads to the sign-in. */
    boolean isSignedIn() {
        return !get("/").to().endsWith("/login");
    }

    /** The session's id, as a cookie carries it. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals("gongkai-issuer-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Another browser that was given this session, as one that is fixed beforehand would be. */
    Browser withSession(String id) {
        var cookie = new HttpCookie("gongkai-issuer-session", id);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(issuer.address()), cookie);
        return this;
    }

    /** As the pages get them: {@code access_token} and {@code refresh_token}. */
    JsonNode tokens() {
        var asked = get("/oauth2/authorize?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        ClientFile.QUERY,
                        "redirect_uri",
                        REDIRECT,
                        "scope",
                        "openid profile",
                        "code_challenge",
                        CHALLENGE,
                        "code_challenge_method",
                        "S256")));
        var code = asked.to().replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", REDIRECT,
                "code_verifier", VERIFIER));
    }

    JsonNode refreshed(JsonNode tokens) {
        return token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString("")));
    }

    private JsonNode token(Map<String, String> fields) {
        var id = issuer.bean(ClientFile.class).query();
        var basic = Base64.getEncoder().encodeToString((id.id() + ":" + id.secret()).getBytes(StandardCharsets.UTF_8));
        return JsonMapper.shared()
                .readTree(send(request("/oauth2/token")
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(fields))))
                        .text());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer.address() + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
