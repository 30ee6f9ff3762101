package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service as any HTTP client sees it.
 *
 * @param token goes with each request
 */
record Api(String url, Supplier<String> token) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private static final String BOUNDARY = "gongkai-e2e-boundary";

    /** @param text the body as it came */
    record Answer(int status, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        /** The body of a success; anything else fails the test with what was said. */
        JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError(status + " " + text);
            }
            return json();
        }

        long position() {
            return ok().path("position").asLong(-1);
        }
    }

    Answer get(String path) {
        return send(request(path, "application/json").GET());
    }

    /** A file, byte for byte. */
    byte[] download(String path) {
        var answer = send(request(path, "application/json").GET(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), UTF_8));
        }
        return answer.body();
    }

    Answer put(String path, String type, String body) {
        return send(request(path, type).PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path, Map<String, ?> body) {
        return send(request(path, "application/json")
                .method("DELETE", BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    Answer post(String path, Map<String, ?> body) {
        return send(request(path, "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
    }

    Answer upload(String path, Path file, int year) throws IOException {
        return send(request(path, "multipart/form-data; boundary=" + BOUNDARY).POST(form(file, year)));
    }

    private static BodyPublisher form(Path file, int year) throws IOException {
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="year"\r
                \r
                %2$d\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, year, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(Files.readAllBytes(file)),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", type);
    }

    private static Answer send(HttpRequest.Builder request) {
        var response = send(request, BodyHandlers.ofString(UTF_8));
        return new Answer(response.statusCode(), response.body());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
