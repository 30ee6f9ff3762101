package gongkai.bench.stream;

import gongkai.command.CommandService;
import gongkai.embedded.KafkaBroker;
import gongkai.embedded.PostgresServer;
import gongkai.query.QueryService;
import gongkai.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Both services, PostgreSQL and Kafka in one process. At a steady rate, whatever the answers, publications are recorded over
 * HTTP; as soon as a command is answered the query API is asked for the obligation at that position.
 */
final class Visibility implements AutoCloseable {

    private static final Path SAMPLE = Path.of("infra/standalone/src/main/resources/sample/pingli-2019");
    private static final String AS_MANY_AS_COME = "--gongkai.requests-per-second=1000000";
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final Pattern OBLIGATION = Pattern.compile("\"id\":\"(\\d{6}-2019-\\d\\d-[A-Z]\\d\\d)\"");

    private static final int FIRST_COUNTY = 610_921;
    private static final int COUNTIES = 107;

    /** More would wait for each other, and open more sockets than a process may. */
    private static final int AT_ONCE = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final KafkaBroker kafka;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;
    private final String commandUrl;
    private final String queryUrl;
    private final List<String> obligations = new ArrayList<>();
    private final String bearer = "Bearer " + TestIssuer.shared().token("bench");

    /** @param visible nanoseconds from the command's answer to the query's */
    record Outcome(long writes, int failures, double perSecond, Histogram answered, Histogram visible) {

        double answeredMillis(double percentile) {
            return answered.getValueAtPercentile(percentile) / 1e6;
        }

        double visibleMillis(double percentile) {
            return visible.getValueAtPercentile(percentile) / 1e6;
        }
    }

    Visibility(PostgresServer postgres, Path directory) {
        kafka = KafkaBroker.start(directory.resolve("kafka"));
        postgres.createDatabase("visible_ledger");
        postgres.createDatabase("visible_query");
        command = new SpringApplicationBuilder(WithoutJpa.class, CommandService.class)
                .run(
                        "--spring.config.name=command",
                        "--gongkai.command.port=0",
                        "--gongkai.ledger.url=" + postgres.jdbcUrl("visible_ledger"),
                        "--gongkai.ledger.username=" + postgres.user(),
                        "--gongkai.ledger.password=" + postgres.password(),
                        "--gongkai.keys=" + directory.resolve("keys"),
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        TestIssuer.shared().setting(),
                        AS_MANY_AS_COME);
        commandUrl = address(command);
        query = new SpringApplicationBuilder(WithoutJpa.class, QueryService.class)
                .run(
                        "--spring.config.name=query",
                        "--gongkai.query.port=0",
                        "--gongkai.projection.url=" + postgres.jdbcUrl("visible_query"),
                        "--gongkai.projection.username=" + postgres.user(),
                        "--gongkai.projection.password=" + postgres.password(),
                        "--gongkai.command-url=" + commandUrl,
                        "--gongkai.kafka=" + kafka.bootstrapServers(),
                        TestIssuer.shared().setting(),
                        AS_MANY_AS_COME);
        queryUrl = address(query);
    }

    private static String address(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    /** The counties of a province, each with the real table: what is done for one obligation stays as little as in a year. */
    void open() throws IOException, InterruptedException {
        for (int county = FIRST_COUNTY; county < FIRST_COUNTY + COUNTIES; county++) {
            obligations.addAll(openCounty(String.valueOf(county)));
        }
        Collections.shuffle(obligations, new Random(1));
    }

    private List<String> openCounty(String code) throws IOException, InterruptedException {
        put("/api/jurisdictions/" + code, "application/json", "{\"name\":\"某县\"}".getBytes(StandardCharsets.UTF_8));
        put(
                "/api/jurisdictions/" + code + "/units",
                "text/csv",
                Files.readString(SAMPLE.resolve("units.csv"))
                        .replace("610926", code)
                        .getBytes(StandardCharsets.UTF_8));
        var boundary = "----bench";
        var head = """
                --%1$s\r
                Content-Disposition: form-data; name="year"\r
                \r
                2019\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="task-breakdown.docx"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary);
        var imported = http.send(
                asked(commandUrl + "/api/jurisdictions/" + code + "/plans")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofFile(SAMPLE.resolve("task-breakdown.docx")),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build(),
                BodyHandlers.ofString());
        var seen =
                get("/api/obligations?jurisdiction=" + code + "&limit=200&minPosition=" + positionIn(imported.body()));
        return OBLIGATION
                .matcher(seen)
                .results()
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    private HttpRequest.Builder asked(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", bearer);
    }

    private void put(String path, String type, byte[] body) throws IOException, InterruptedException {
        var answer = http.send(
                asked(commandUrl + path)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
        require(answer.statusCode() == 200, answer.body());
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(asked(queryUrl + path).build(), BodyHandlers.ofString());
        require(answer.statusCode() == 200, answer.body());
        return answer.body();
    }

    private static void require(boolean isAsExpected, String otherwise) {
        if (!isAsExpected) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static String positionIn(String answer) {
        var position = POSITION.matcher(answer);
        require(position.find(), answer);
        return position.group(1);
    }

    /** So many writes a second for so long, and all that they wait for. */
    Outcome run(int perSecond, Duration time) {
        var answered = new ConcurrentHistogram(3);
        var visible = new ConcurrentHistogram(3);
        var failures = new AtomicInteger();
        long writes = perSecond * time.toSeconds();
        long begin = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.iterate(0L, it -> it < writes, it -> it + 1).forEach(number -> {
                long due = begin + number * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var obligation = obligations.get((int) (number % obligations.size()));
                threads.execute(() -> write(obligation, number, due, answered, visible, failures));
            });
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Outcome(writes, failures.get(), writes / seconds, answered, visible);
    }

    /** @param due when the request was to be sent; waiting in this process counts */
    private void write(
            String obligation, long number, long due, Histogram answered, Histogram visible, AtomicInteger failures) {
        free.acquireUninterruptibly();
        try {
            var body = """
                    {"title":"镇情概况 %d","url":"https://www.example.gov.cn/%d","publishedAt":"2019-04-28T10:00:00+08:00"}
                    """.formatted(number, number);
            var answer = http.send(
                    asked(commandUrl + "/api/obligations/" + obligation + "/publications")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            require(answer.statusCode() == 201, answer.body());
            long then = System.nanoTime();
            answered.recordValue(then - due);
            get("/api/obligations/" + obligation + "?minPosition=" + positionIn(answer.body()));
            visible.recordValue(System.nanoTime() - then);
        } catch (IOException | IllegalStateException e) {
            failures.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        query.close();
        command.close();
        kafka.close();
    }
}
