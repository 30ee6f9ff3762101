package gongkai.query.agreement;

import gongkai.proof.NoteVerifier;
import gongkai.query.ledger.LedgerApi;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys whose checkpoints count. Without configured ones, those that the ledger names when it is first asked are
 * trusted from then on; later ones only when they sign together with one that is trusted already.
 */
@Component
class TrustedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);

    private final JdbcClient jdbc;
    private final LedgerApi ledger;
    private final List<String> configured;

    TrustedKeys(JdbcClient jdbc, LedgerApi ledger, @Value("${gongkai.query.trusted-keys}") List<String> configured) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.configured = List.copyOf(configured);
    }

    /**
     * Whether a trusted key signed it. A signature beside it by a key that the ledger names makes that key trusted too.
     *
     * @throws gongkai.query.ledger.LedgerUnavailableException when no key is known and the ledger cannot be asked
     */
    boolean signed(SignedCheckpoint it) {
        var known = of(it.ledger());
        if (known.isEmpty()) {
            known = ledger.verifierKeys(it.ledger());
            known.forEach(key -> trust(it.ledger(), key));
        }
        long trusted = known.stream().filter(key -> signs(key, it)).count();
        if (configured.isEmpty() && trusted > 0 && signatures(it) > trusted) {
            learn(it, known);
        }
        return trusted > 0;
    }

    private void learn(SignedCheckpoint it, List<String> known) {
        ledger.verifierKeys(it.ledger()).stream()
                .filter(key -> !known.contains(key) && signs(key, it))
                .forEach(key -> trust(it.ledger(), key));
    }

    /** The ledger's own; a witness's key is none that a ledger is trusted by. */
    private static long signatures(SignedCheckpoint it) {
        return it.note()
                .lines()
                .filter(line -> line.startsWith("— " + it.stated().origin() + " "))
                .count();
    }

    private static boolean signs(String key, SignedCheckpoint it) {
        return NoteVerifier.of(key)
                .flatMap(verifier -> verifier.verify(it.note()))
                .isPresent();
    }

    private List<String> of(String code) {
        return configured.isEmpty()
                ? jdbc.sql("SELECT verifier_key FROM trusted_key WHERE ledger = :ledger")
                        .param("ledger", code)
                        .query(String.class)
                        .list()
                : configured;
    }

    private void trust(String code, String key) {
        LOG.info("Ledger {}: checkpoints signed by {} count from now on", code, key);
        jdbc.sql("INSERT INTO trusted_key (ledger, verifier_key) VALUES (:ledger, :key) ON CONFLICT DO NOTHING")
                .params(Map.of("ledger", code, "key", key))
                .update();
    }
}
