package gongkai.query.deadline;

import gongkai.query.durable.DurableSchema;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which unit's calendar a secret opens. Only hashes of secrets are kept. */
@Component
class AddressStore {

    /** For each of a unit; with one more, the oldest ends. */
    static final int MOST = 100;

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    AddressStore(DurableSchema durable) {
        this.jdbc = durable.jdbc();
    }

    /** @return the secret, which nobody can be told again */
    String open(String unit) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                WITH newest AS (
                  SELECT secret_hash FROM durable.calendar_address WHERE unit = :unit ORDER BY opened_at DESC LIMIT :others
                ), ended AS (
                  DELETE FROM durable.calendar_address
                  WHERE unit = :unit AND secret_hash NOT IN (SELECT secret_hash FROM newest)
                )
                INSERT INTO durable.calendar_address (secret_hash, unit) VALUES (sha256(convert_to(:secret, 'UTF8')), :unit)
                """)
                .param("unit", unit)
                .param("others", MOST - 1)
                .param("secret", secret)
                .update();
        return secret;
    }

    /** None of the unit's addresses leads anywhere any more. */
    void closeAll(String unit) {
        jdbc.sql("DELETE FROM durable.calendar_address WHERE unit = :unit")
                .param("unit", unit)
                .update();
    }

    /** Empty: there never was such an address, or it was closed. */
    Optional<String> unitOf(String secret) {
        return jdbc.sql(
                        "SELECT unit FROM durable.calendar_address WHERE secret_hash = sha256(convert_to(:secret, 'UTF8'))")
                .param("secret", secret)
                .query(String.class)
                .optional();
    }
}
