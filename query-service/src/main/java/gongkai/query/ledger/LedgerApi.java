package gongkai.query.ledger;

import gongkai.query.access.CommandClients;
import gongkai.query.projection.Projection.Applied;
import gongkai.query.projection.RecordSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** The ledger's own HTTP API, which can give again what the topic lost. */
@Component
public class LedgerApi implements RecordSource {

    private static final Duration READ = Duration.ofSeconds(10);

    /** As many as one request may ask for. */
    private static final int PAGE = 500;

    private final RestClient http;

    LedgerApi(CommandClients clients) {
        http = clients.ofService(READ);
    }

    /** @throws LedgerUnavailableException when it does not answer, or with something else */
    @Override
    public List<Applied> read(String ledger, long from, int limit, Set<String> opened) {
        return bytes(ledger, from, limit).stream().map(Applied::read).toList();
    }

    /** @throws LedgerUnavailableException when it does not answer, or with something else */
    public List<byte[]> bytes(String ledger, long from, int limit) {
        try {
            var body = http.get()
                    .uri("/api/ledgers/{code}/records?from={from}&limit={limit}", ledger, from, Math.min(limit, PAGE))
                    .retrieve()
                    .body(byte[].class);
            return JsonElements.of(Objects.requireNonNullElse(body, new byte[0]));
        } catch (RestClientException e) {
            throw unavailable("records of ledger " + ledger, e);
        }
    }

    /**
     * The keys that ever signed the ledger's checkpoints, the present one first.
     *
     * @throws LedgerUnavailableException when it does not answer
     */
    public List<String> verifierKeys(String ledger) {
        try {
            var body = http.get()
                    .uri("/api/ledgers/{code}/vkeys", ledger)
                    .retrieve()
                    .body(byte[].class);
            return new String(Objects.requireNonNullElse(body, new byte[0]), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank())
                    .toList();
        } catch (RestClientException e) {
            throw unavailable("keys of ledger " + ledger, e);
        }
    }

    private static LedgerUnavailableException unavailable(String what, RestClientException e) {
        var answer = e instanceof RestClientResponseException it ? "it answered " + it.getStatusCode() : e.getMessage();
        return new LedgerUnavailableException("the command service did not give the " + what + ": " + answer, e);
    }
}
