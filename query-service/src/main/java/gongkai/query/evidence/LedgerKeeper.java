package gongkai.query.evidence;

import gongkai.http.ProblemException;
import gongkai.query.access.CommandClients;
import gongkai.query.asof.QueryProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Who keeps the ledger: its HTTP API gives what the query side lacks, signatures and source documents. */
@Component
class LedgerKeeper {

    private static final Duration READ = Duration.ofSeconds(10);

    private final RestClient http;

    @Autowired
    LedgerKeeper(CommandClients clients) {
        this(clients.ofService(READ));
    }

    LedgerKeeper(RestClient http) {
        this.http = http;
    }

    /** The signed note over the tree that the ledger had when it had so many leaves. */
    String checkpoint(String ledger, long size) {
        return text(get("/api/ledgers/{code}/checkpoint?size={size}", ledger, size));
    }

    /** All keys that ever signed for the ledger. */
    List<String> verifierKeys(String ledger) {
        return text(get("/api/ledgers/{code}/vkeys", ledger)).lines().toList();
    }

    /** The keys of all witnesses that ever cosigned the ledger. */
    List<String> witnesses(String ledger) {
        return text(get("/api/ledgers/{code}/witnesses", ledger)).lines().toList();
    }

    byte[] document(String sha256) {
        return get("/api/documents/{sha256}", sha256);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] get(String path, Object... variables) {
        try {
            var body = http.get().uri(path, variables).retrieve().body(byte[].class);
            return Objects.requireNonNullElse(body, new byte[0]);
        } catch (HttpClientErrorException.Conflict e) {
            throw new ProblemException(QueryProblem.EVIDENCE_CONTRADICTED, detail(e));
        } catch (RestClientException e) {
            throw unavailable("The ledger's service does not give what only it has: " + e.getMessage());
        }
    }

    /** Why the ledger signs nothing: it is not what it signed before, or its tree is damaged. */
    private static String detail(HttpClientErrorException.Conflict e) {
        return Optional.ofNullable(e.getResponseBodyAs(ProblemDetail.class))
                .map(ProblemDetail::getDetail)
                .orElseGet(() -> "The ledger's service signs nothing: " + e.getMessage());
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(QueryProblem.EVIDENCE_UNAVAILABLE, detail).retryAfter(Duration.ofSeconds(5));
    }
}
