package gongkai.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.http.ProblemConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Who begins a request and then falls silent is left after a while, and keeps nobody else waiting meanwhile. */
class SlowClientsTest {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final String LINE = "POST /api/%s HTTP/1.1\r\nHost: a\r\n";

    private static ConfigurableApplicationContext service;

    /** The service's own server and its settings, with a shorter patience and nothing behind it. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class
    })
    @Import({ProblemConfiguration.class, Taker.class})
    static class Server {}

    @RestController
    static class Taker {

        @PostMapping("/api/json")
        Map<String, Object> json(@RequestBody Map<String, Object> body) {
            return body;
        }

        @PostMapping("/api/file")
        long file(@RequestPart MultipartFile file) {
            return file.getSize();
        }
    }

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Server.class)
                .run(
                        "--spring.config.name=command",
                        "--gongkai.command.port=0",
                        "--gongkai.client-silence=400ms",
                        "--gongkai.issuer=http://127.0.0.1:1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Socket begun(String request) throws IOException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return socket;
    }

    /** All that comes until the server closes; that it never does fails by a time-out. */
    private static String heard(String request) throws IOException {
        try (var socket = begun(request)) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json", "\"code\":\"REQUEST_MALFORMED\"")
                .doesNotContain("Exception", "org.apache", "java.");
    }

    @Test
    void silence_within_the_head_ends_the_connection() throws IOException {
        assertThat(heard(LINE.formatted("json") + "X-A: b")).doesNotContain("HTTP/1.1 2", "Exception");
    }

    @Test
    void silence_within_a_body_is_a_request_that_cannot_be_read() throws IOException {
        assertRefused(
                heard(LINE.formatted("json") + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\":"));
    }

    @Test
    void silence_within_an_upload_is_a_request_that_cannot_be_read() throws IOException {
        assertRefused(heard(LINE.formatted("file")
                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nabc"));
    }

    @Test
    void a_line_that_nobody_uses_any_more_is_closed() throws IOException {
        assertThat(heard(LINE.formatted("json") + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void many_who_are_silent_keep_nobody_waiting() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            silent.add(
                    begun(LINE.formatted("json") + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
        }
        assertThat(heard(LINE.formatted("json")
                        + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200");
        for (var socket : silent) {
            socket.close();
        }
    }
}
