package gongkai.query.desk.command;

import gongkai.query.access.CommandClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestBodySpec;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** Writes, as anybody else does: over HTTP, with an Idempotency-Key, in the name of who is at the desk. */
@Component
public class CommandApi {

    private static final Logger LOG = LoggerFactory.getLogger(CommandApi.class);
    /** A large table takes its time; the reader itself gives up earlier. */
    private static final Duration READ = Duration.ofSeconds(90);

    private final RestClient http;

    CommandApi(CommandClients clients) {
        http = clients.ofCaller(READ);
    }

    /** @throws RefusedException when it was not recorded, or nobody knows */
    public Written post(String key, Map<String, ?> body, String path, Object... variables) {
        return send(
                http.post()
                        .uri(path, variables)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body),
                Written.class);
    }

    /** @throws RefusedException when it was not recorded, or nobody knows */
    public Written put(Map<String, ?> body, String path, Object... variables) {
        return send(
                http.put()
                        .uri(path, variables)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body),
                Written.class);
    }

    /** @throws RefusedException when it was not recorded, or nobody knows */
    public Written delete(Map<String, ?> body, String path, Object... variables) {
        return send(
                http.method(HttpMethod.DELETE)
                        .uri(path, variables)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body),
                Written.class);
    }

    /** @throws RefusedException when it was not recorded, or nobody knows */
    public Written putCsv(String csv, String path, Object... variables) {
        return send(
                http.put()
                        .uri(path, variables)
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .body(csv),
                Written.class);
    }

    /** @throws RefusedException when it was not read or recorded, or nobody knows */
    public ReadPlan upload(String key, MultiValueMap<String, Object> parts, boolean dryRun, String code) {
        return send(
                http.post()
                        .uri("/api/jurisdictions/{code}/plans?dryRun={dryRun}", code, dryRun)
                        .header("Idempotency-Key", key)
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .body(parts),
                ReadPlan.class);
    }

    private static <T> T send(RequestBodySpec request, Class<T> type) {
        try {
            return Objects.requireNonNull(request.exchange((_, response) -> read(response, type)));
        } catch (RestClientException e) {
            LOG.warn("The command service did not answer the desk", e);
            throw new RefusedException(Refusal.NO_ANSWER);
        }
    }

    private static <T> T read(ConvertibleClientHttpResponse response, Class<T> type) throws java.io.IOException {
        if (response.getStatusCode().is2xxSuccessful()) {
            return Objects.requireNonNull(response.bodyTo(type));
        }
        var document = Objects.requireNonNull(response.bodyTo(Refusal.Document.class));
        throw new RefusedException(document.refusal(response.getStatusCode().value()));
    }
}
