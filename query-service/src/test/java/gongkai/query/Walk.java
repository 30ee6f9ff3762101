package gongkai.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that somebody comes to who follows every link from the first page, pages and files alike.
 *
 * @param reached the addresses that answered
 * @param refused those that did not, with the status and the page that leads there
 */
record Walk(List<String> reached, List<String> refused) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("(?:href|data-stream)=\"(/[^\"]*)\"");
    private static final Pattern LEFT_OUT = Pattern.compile("/(static|docs)/?.*|.*[?&]lang=.*");
    /** More than a county of one unit has; an answer with a link to ever new addresses would never end. */
    private static final int MOST = 300;

    private record Step(String address, String from) {}

    static Walk of(String token, String url) throws IOException, InterruptedException {
        var walk = new Walk(new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        var next = new ArrayDeque<Step>();
        next.add(new Step("/", "the beginning"));
        while (!next.isEmpty() && walk.reached().size() < MOST) {
            var step = next.remove();
            if (seen.add(step.address())) {
                LINK.matcher(walk.read(token, url, step))
                        .results()
                        .map(it -> it.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
                        .filter(it -> !LEFT_OUT.matcher(it).matches())
                        .forEach(it -> next.add(new Step(it, step.address())));
            }
        }
        return walk;
    }

    /** The page's text, or the link to where it sends; of changes as they happen, only whether they would come. */
    private String read(String token, String url, Step step) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + step.address()))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            // What needs the ledger is not to be had here.
            if (answer.statusCode() < 400 || answer.statusCode() == 503) {
                reached.add(step.address());
            } else {
                refused.add("%d %s, from %s".formatted(answer.statusCode(), step.address(), step.from()));
            }
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.headers()
                    .firstValue("Location")
                    .map(it -> "href=\"" + URI.create(it).getPath() + "\"")
                    .orElse(
                            type.startsWith("text/html")
                                    ? new String(body.readAllBytes(), StandardCharsets.UTF_8)
                                    : "");
        }
    }
}
