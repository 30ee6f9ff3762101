package gongkai.query.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import gongkai.http.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class LedgerKeeperTest {

    /** Nothing listens on port 1. */
    private final LedgerKeeper keeper = new LedgerKeeper(RestClient.create("http://127.0.0.1:1"));

    @Test
    void while_the_ledgers_service_is_away_the_answer_is_to_come_again() {
        var refused = catchThrowableOfType(ProblemException.class, () -> keeper.checkpoint("610926", 1));
        assertThat(refused).isNotNull();
        assertThat(refused.getStatusCode().value()).isEqualTo(503);
        assertThat(refused.getBody().getProperties()).containsEntry("code", "EVIDENCE_UNAVAILABLE");
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }

    @Test
    void a_ledger_that_is_not_what_it_signed_before_contradicts_and_no_time_heals_it() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = "{\"status\":409,\"detail\":\"The ledger 610926 has 4 leaves\"}".getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(409, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            var answering = new LedgerKeeper(
                    RestClient.create("http://127.0.0.1:" + server.getAddress().getPort()));
            var refused = catchThrowableOfType(ProblemException.class, () -> answering.checkpoint("610926", 1));
            assertThat(refused).isNotNull();
            assertThat(refused.getStatusCode().value()).isEqualTo(409);
            assertThat(refused.getBody().getProperties()).containsEntry("code", "EVIDENCE_CONTRADICTED");
            assertThat(refused.getBody().getDetail()).isEqualTo("The ledger 610926 has 4 leaves");
            assertThat(refused.getHeaders().getFirst("Retry-After")).isNull();
        } finally {
            server.stop(0);
        }
    }
}
