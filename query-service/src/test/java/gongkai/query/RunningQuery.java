package gongkai.query;

import gongkai.testing.TestIssuer;
import gongkai.testing.TestKafka;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query service, started at a moment of the business clock. */
public final class RunningQuery implements AutoCloseable {

    private final ConfigurableApplicationContext service;
    private final String url;
    private final RestClient http;

    private RunningQuery(ConfigurableApplicationContext service) {
        this.service = service;
        url = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
        http = Asking.at(url);
    }

    public String url() {
        return url;
    }

    public static RunningQuery start(TestPostgres postgres, TestKafka kafka, String moment, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.config.name=query",
                TestIssuer.shared().setting(),
                "--gongkai.query.port=0",
                "--gongkai.projection.url=" + postgres.jdbcUrl("gongkai_query"),
                "--gongkai.projection.username=" + postgres.user(),
                "--gongkai.projection.password=" + postgres.password(),
                "--gongkai.kafka=" + kafka.bootstrapServers(),
                "--gongkai.clock-offset=" + Duration.between(Instant.now(), Instant.parse(moment))));
        all.addAll(List.of(settings));
        return new RunningQuery(new SpringApplicationBuilder(QueryService.class).run(all.toArray(String[]::new)));
    }

    public record Answer(int status, String text) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        public String code() {
            return json().path("code").asString("");
        }
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public Answer post(String path, String body) {
        return send(HttpMethod.POST, path, body);
    }

    /** A form without fields, from a page of ours. */
    public Answer submit(String path) {
        return answer(http.post()
                .uri(path)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(""));
    }

    /** Without saying how long it is. */
    public Answer postInPieces(String path, String body) {
        return answer(http.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(out -> out.write(body.getBytes(StandardCharsets.UTF_8))));
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    private Answer send(HttpMethod method, String path, @Nullable String body) {
        var request = http.method(method).uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
        }
        return answer(request);
    }

    private static Answer answer(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((_, response) -> new Answer(
                response.getStatusCode().value(),
                new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }

    public JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }

    public ApplicationContext context() {
        return service;
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    /** The ids of all notices, as the API gives them. */
    public List<String> notices() {
        return get("/api/notices?limit=500")
                .json()
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString(""))
                .toList();
    }

    @Override
    public void close() {
        service.close();
    }
}
