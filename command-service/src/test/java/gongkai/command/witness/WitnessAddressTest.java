package gongkai.command.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.proof.Cosigner;
import gongkai.proof.NoteSigner;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessAddressTest {

    private final String key = new Cosigner("witness.example", pair()).verifierKey();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_url_and_a_key_are_a_witness_with_or_without_a_slash_at_the_end() {
        for (var url : List.of("https://witness.example/gongkai", "https://witness.example/gongkai/")) {
            var witness = WitnessAddress.parse(" %s  %s ".formatted(url, key));
            assertThat(witness.url()).isEqualTo(URI.create("https://witness.example/gongkai/add-checkpoint"));
            assertThat(witness.name()).isEqualTo("witness.example");
        }
    }

    @Test
    void anything_else_is_refused_with_what_was_expected() {
        var ledgersOwn = new NoteSigner("gongkai/610926", pair()).verifierKey();
        for (var setting : List.of(
                "",
                key,
                "https://witness.example",
                "witness.example " + key,
                "https://witness.example " + ledgersOwn,
                "https://witness.example " + key + " more")) {
            assertThatThrownBy(() -> WitnessAddress.parse(setting))
                    .as(setting)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the key that the witness prints at its start");
        }
    }
}
