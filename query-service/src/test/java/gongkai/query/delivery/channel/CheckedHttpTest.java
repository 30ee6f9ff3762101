package gongkai.query.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import gongkai.query.delivery.address.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against receivers that mean no good. */
@Timeout(20)
class CheckedHttpTest {

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private CheckedHttp loopback;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        loopback = new CheckedHttp(
                new AddressPolicy("127.0.0.1/32"), SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() throws IOException {
        loopback.destroy();
        server.stop(0);
    }

    private CheckedHttp.Answer post(CheckedHttp http, String address) throws IOException {
        return http.post(
                URI.create(address.replace(
                        "PORT", Integer.toString(server.getAddress().getPort()))),
                ContentType.APPLICATION_JSON,
                new byte[] {'{', '}'},
                Map.of());
    }

    @Test
    void nothing_is_sent_into_a_network_that_is_not_listed() throws IOException {
        server.createContext("/", it -> requests.incrementAndGet());
        var closed = new CheckedHttp(new AddressPolicy(""), SystemDefaultDnsResolver.INSTANCE, Duration.ofSeconds(2));
        for (var address : new String[] {
            "http://127.0.0.1:PORT/",
            "https://127.0.0.1:PORT/",
            "http://localhost:PORT/",
            "https://2130706433:PORT/",
            "https://[::1]:PORT/",
            "https://[::ffff:127.0.0.1]:PORT/"
        }) {
            assertThatThrownBy(() -> post(closed, address)).as(address).isInstanceOf(ForbiddenAddressException.class);
        }
        closed.destroy();
        assertThat(requests).hasValue(0);
    }

    /** Its first answer may be reached, like a public one; all that follow are of the receiver that must not be. */
    private static final class Rebinding implements DnsResolver {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.1")};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Test
    void a_name_that_leads_elsewhere_once_it_was_checked_gains_nothing() throws IOException {
        server.createContext("/", it -> requests.incrementAndGet());
        var allowed = new AtomicInteger();
        var there = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.ofLiteral("127.0.0.2"), server.getAddress().getPort()),
                0);
        there.createContext("/", it -> {
            allowed.incrementAndGet();
            it.sendResponseHeaders(204, -1);
            it.close();
        });
        there.start();
        var names = new Rebinding();
        var checked = new CheckedHttp(new AddressPolicy("127.0.0.2/32"), names, Duration.ofSeconds(2));
        assertThat(post(checked, "http://rebinding.example.gov.cn:PORT/").status())
                .isEqualTo(204);
        assertThat(names.resolve("rebinding.example.gov.cn")).containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        checked.destroy();
        var again = new CheckedHttp(new AddressPolicy("127.0.0.2/32"), names, Duration.ofSeconds(2));
        assertThatThrownBy(() -> post(again, "http://rebinding.example.gov.cn:PORT/"))
                .as("checked for each connection")
                .isInstanceOf(ForbiddenAddressException.class);
        again.destroy();
        there.stop(0);
        assertThat(allowed).hasValue(1);
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_name_with_one_address_that_must_not_be_reached_is_not_reached_at_its_other() throws IOException {
        server.createContext("/", it -> requests.incrementAndGet());
        DnsResolver both = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")};
            }
        };
        var checked = new CheckedHttp(new AddressPolicy("127.0.0.1/32"), both, Duration.ofSeconds(2));
        assertThatThrownBy(() -> post(checked, "http://both.example.gov.cn:PORT/"))
                .isInstanceOf(ForbiddenAddressException.class);
        checked.destroy();
        assertThat(requests).hasValue(0);
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() throws IOException {
        server.createContext("/elsewhere", it -> requests.incrementAndGet());
        server.createContext("/moved", it -> {
            it.getResponseHeaders().add("Location", "/elsewhere");
            it.sendResponseHeaders(307, -1);
            it.close();
        });
        assertThat(post(loopback, "http://127.0.0.1:PORT/moved").status()).isEqualTo(307);
        assertThat(requests).hasValue(0);
    }

    @Test
    void of_an_answer_without_end_a_little_is_read() throws IOException {
        server.createContext("/", it -> {
            it.sendResponseHeaders(200, 0);
            var chunk = new byte[8_192];
            java.util.Arrays.fill(chunk, (byte) 'x');
            while (true) {
                it.getResponseBody().write(chunk);
            }
        });
        assertThat(post(loopback, "http://127.0.0.1:PORT/").body()).hasSize(8_192);
    }

    @Test
    void who_answers_drop_by_drop_is_left() {
        server.createContext("/", it -> {
            it.sendResponseHeaders(200, 0);
            while (true) {
                it.getResponseBody().write('x');
                it.getResponseBody().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            }
        });
        assertThatThrownBy(() -> post(loopback, "http://127.0.0.1:PORT/")).isInstanceOf(IOException.class);
    }
}
