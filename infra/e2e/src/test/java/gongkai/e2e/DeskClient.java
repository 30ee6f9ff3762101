package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The desk's forms as a browser sends them, without following where they lead. */
record DeskClient(Api api) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    record Answer(int status, String location, String text) {
        /** Where a form that was taken leads. */
        String taken() {
            if (status != 303) {
                throw new AssertionError(status + " " + text);
            }
            return location;
        }

        long position() {
            return Long.parseLong(taken().replaceFirst(".*minPosition=(\\d+).*", "$1"));
        }
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(api.url() + path)).GET());
    }

    /** Under a key of its own. */
    Answer post(String path, String... fields) {
        return post(UUID.randomUUID(), path, fields);
    }

    Answer post(UUID key, String path, String... fields) {
        List<String> pairs = new ArrayList<>(List.of("formKey=" + key));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", api.url())
                .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(
                    request.timeout(Duration.ofSeconds(60))
                            .header("Authorization", "Bearer " + api.token().get())
                            .build(),
                    BodyHandlers.ofString(UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
