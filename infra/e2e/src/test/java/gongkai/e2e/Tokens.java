package gongkai.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens as any program gets them: from the endpoint and with the secrets that {@code runtime.json} tells. */
final class Tokens {
    /** Well within a token's life. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final JsonNode runtime;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    private record Token(String text, Instant since) {
        boolean isFresh() {
            return since.plus(KEPT).isAfter(Instant.now());
        }
    }

    Tokens(JsonNode runtime) {
        this.runtime = runtime;
    }

    /** The registrar's, of a program that is not ready yet: from where the secrets are kept. */
    static Supplier<String> of(Launch launch) {
        return () -> {
            try {
                var secrets = JsonMapper.shared()
                        .readTree(Files.readString(launch.data().resolve("keys/clients.json")));
                var runtime = JsonMapper.shared().createObjectNode();
                runtime.put("tokenEndpoint", "http://127.0.0.1:%d/oauth2/token".formatted(launch.issuerPort()));
                runtime.putArray("clients")
                        .addObject()
                        .put("id", "registrar")
                        .put("secret", secrets.path("registrar").asString());
                return new Tokens(runtime).of("registrar");
            } catch (IOException e) {
                throw new AssertionError("no clients yet", e);
            }
        };
    }

    /** @param client one of the runtime file's */
    String of(String client) {
        return kept.compute(client, (id, old) -> old != null && old.isFresh() ? old : fetch(id))
                .text();
    }

    private Token fetch(String client) {
        return new Token(ask(runtime.path("tokenEndpoint").asString(), client, secret(client)), Instant.now());
    }

    /** From any issuer, for a program's secret. */
    static String ask(String endpoint, String client, String secret) {
        var credentials = client + ":" + secret;
        var request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            var token = JsonMapper.shared().readTree(answer.body()).path("access_token");
            if (token.isMissingNode()) {
                throw new AssertionError("no token for " + client + ": " + answer.body());
            }
            return token.asString();
        } catch (IOException e) {
            throw new AssertionError("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String secret(String client) {
        return runtime.path("clients")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(client))
                .findFirst()
                .orElseThrow()
                .path("secret")
                .asString();
    }
}
