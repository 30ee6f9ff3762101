package gongkai.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.bundle.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ten times a county-year: 4,500 records, 1,500 obligations. */
class CountyYearTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SampleLedger ledger = SampleLedger.of(1_500);

    @Test
    void its_bundle_is_made_and_is_verified_within_ten_seconds() {
        var begun = Instant.now();
        var bundle = ledger.bundle(ledger.question(Scope.JURISDICTION, SampleLedger.CODE, true));
        var made = Duration.between(begun, Instant.now());
        var verdict = Verification.of(bundle, new Trust(List.of(ledger.verifierKey()), Optional.empty()));
        var verified = Duration.between(begun.plus(made), Instant.now());
        System.out.printf(
                "%,d records, %,d bytes: made in %d ms, verified in %d ms%n",
                verdict.records(), bundle.length, made.toMillis(), verified.toMillis());
        assertThat(made).isLessThan(LIMIT);
        assertThat(verified).isLessThan(LIMIT);
    }
}
