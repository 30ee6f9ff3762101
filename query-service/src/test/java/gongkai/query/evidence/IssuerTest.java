package gongkai.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gongkai.http.ProblemException;
import org.junit.jupiter.api.Test;

class IssuerTest {

    /** Nothing listens on port 1. */
    private final Issuer issuer = new Issuer("http://127.0.0.1:1");

    @Test
    void while_the_ledgers_service_is_away_the_answer_is_to_come_again() {
        var refused = catchThrowableOfType(ProblemException.class, () -> issuer.checkpoint("610926", 1));
        assertThat(refused).isNotNull();
        assertThat(refused.getStatusCode().value()).isEqualTo(503);
        assertThat(refused.getBody().getProperties()).containsEntry("code", "EVIDENCE_UNAVAILABLE");
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }
}
