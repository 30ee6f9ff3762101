package gongkai.query.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gongkai.query.access.CommandClients;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.RefusedException;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class ReadingsTest {

    private static final byte[] FILE = "公开内容".getBytes(StandardCharsets.UTF_8);
    private static final Draft DRAFT = new Draft("610926", "abc", "任务分解表.csv", "2019", "", "");
    private static final String PLAN = """
            {"id":"610926-2019","year":2019,"title":"表","tasks":[],"findings":[],"changes":[],
             "counts":{"rows":0,"tasks":0,"obligations":0,"findings":0},"somethingNew":1}
            """;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private volatile int status = 200;
    private HttpServer command;
    private Readings readings;

    @BeforeEach
    void start() throws IOException {
        command = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        command.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        command.createContext("/", this::answer);
        command.start();
        readings = readings(command.getAddress().getPort());
        var officer = Jwt.withTokenValue("theirs")
                .header("alg", "none")
                .subject("officer")
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(officer));
    }

    private static Readings readings(int port) {
        var context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("gongkai.command-url", "http://127.0.0.1:" + port)));
        context.registerBean(ClientRegistrationRepository.class, () -> _ -> null);
        context.registerBean(ObservationRegistry.class, () -> ObservationRegistry.NOOP);
        context.registerBeanDefinition("clients", new RootBeanDefinition(CommandClients.class));
        context.registerBeanDefinition("command", new RootBeanDefinition(CommandApi.class));
        AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        context.refresh();
        return new Readings(context.getBean(CommandApi.class), Duration.ofMillis(50));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            read.await();
            var body = (status == 200
                            ? PLAN
                            : "{\"code\":\"TABLE_MISSING\",\"detail\":\"no table\",\"field\":\"file\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        SecurityContextHolder.clearContext();
        command.stop(0);
    }

    @Test
    void a_page_that_comes_back_finds_the_reading_that_it_began() {
        assertThat(readings.of(DRAFT, FILE)).isEmpty();
        assertThat(readings.since(DRAFT)).isPositive();
        assertThat(readings.of(DRAFT, FILE)).isEmpty();
        read.countDown();
        var plan = await().pollInSameThread().until(() -> readings.of(DRAFT, FILE), Optional::isPresent);
        assertThat(plan.orElseThrow().id()).isEqualTo("610926-2019");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .contains("dryRun=true", "任务分解表.csv", "公开内容", "2019")
                .doesNotContain("issuedOn");
    }

    @Test
    void what_was_refused_is_told_and_read_anew_the_next_time() {
        read.countDown();
        status = 422;
        await().pollInSameThread()
                .untilAsserted(() -> assertThatThrownBy(() -> readings.of(DRAFT, FILE))
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                it -> assertThat(it.refusal().code()).isEqualTo("TABLE_MISSING")));
        status = 200;
        assertThat(await().pollInSameThread().until(() -> readings.of(DRAFT, FILE), Optional::isPresent))
                .isPresent();
    }

    @Test
    void nobody_there_is_a_refusal_of_its_own() {
        command.stop(0);
        var alone = readings(1);
        await().pollInSameThread()
                .untilAsserted(() -> assertThatThrownBy(() -> alone.of(DRAFT, FILE))
                        .isInstanceOfSatisfying(
                                RefusedException.class,
                                it -> assertThat(it.refusal().status()).isEqualTo(503)));
    }
}
