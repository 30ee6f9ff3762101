package gongkai.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-cosignature (Ed25519) and the request of tlog-witness. */
class CosignatureTest {

    private static final Instant AT = Instant.parse("2019-05-06T01:00:00Z");

    private final NoteSigner ledger = new NoteSigner("gongkai/610926", pair());
    private final String note = ledger.sign(new Checkpoint("gongkai/610926", 345, Hash.EMPTY).body());
    private final String text = SignedNote.parse(note).orElseThrow().text();
    private final Cosigner witness = new Cosigner("witness.example/w1", pair());
    private final CosignatureVerifier verifier =
            CosignatureVerifier.of(witness.verifierKey()).orElseThrow();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The only published one that is complete: what the specification shows as a line; its key is not published. */
    @Test
    void the_specification_s_own_line_has_the_form_that_ours_has() {
        var shown = SignedNote.parse("""
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
                """).orElseThrow();
        assertThat(Cosignature.message(shown.text(), 1_679_315_147)).isEqualTo("""
                cosignature/v1
                time 1679315147
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """);
        var ours = witness.cosign(text, Instant.ofEpochSecond(1_679_315_147)).line();
        var line = shown.lines().findFirst().orElseThrow();
        assertThat(ours.length() - "— witness.example/w1 \n".length())
                .isEqualTo(line.length() - "— witness.example.com/w1 ".length());
        // After four bytes of key id the same eight bytes of time: the characters that hold nothing else.
        assertThat(ours.substring("— witness.example/w1 ".length()).substring(6, 16))
                .isEqualTo(line.substring("— witness.example.com/w1 ".length()).substring(6, 16));
    }

    @Test
    void what_a_witness_cosigned_is_verified_by_its_key_alone_and_the_ledgers_signature_stays_valid() {
        var cosigned = note + witness.cosign(text, AT.plusNanos(7)).line();
        assertThat(verifier.verify(cosigned)).hasValueSatisfying(it -> {
            assertThat(it.at()).isEqualTo(AT);
            assertThat(it.witness()).isEqualTo("witness.example/w1");
            assertThat(cosigned).isEqualTo(note + it.line());
        });
        assertThat(verifier.verify(note)).isEmpty();
        assertThat(verifier.verify(cosigned.replace("345", "346"))).isEmpty();
        assertThat(CosignatureVerifier.of(new Cosigner("witness.example/w1", pair()).verifierKey())
                        .orElseThrow()
                        .verify(cosigned))
                .isEmpty();
        assertThat(NoteVerifier.of(ledger.verifierKey()).orElseThrow().verify(cosigned))
                .contains(text);
        assertThat(Checkpoint.parseNote(cosigned)).isEqualTo(Checkpoint.parseNote(note));
    }

    @Test
    void of_several_cosignatures_the_newest_counts() {
        var cosigned = note
                + witness.cosign(text, AT).line()
                + witness.cosign(text, AT.plusSeconds(9)).line()
                + witness.cosign(text, AT.plusSeconds(1)).line();
        assertThat(verifier.verify(cosigned)).map(Cosignature::at).contains(AT.plusSeconds(9));
    }

    @Test
    void a_witness_s_key_never_passes_for_a_ledger_s_nor_the_other_way_round() {
        assertThat(NoteVerifier.of(witness.verifierKey())).isEmpty();
        assertThat(CosignatureVerifier.of(ledger.verifierKey())).isEmpty();
        assertThat(SignedNote.isSigned(note, ledger.verifierKey())).isTrue();
        assertThat(SignedNote.isSigned(note, witness.verifierKey())).isFalse();
        assertThat(SignedNote.isSigned(note + witness.cosign(text, AT).line(), witness.verifierKey()))
                .isTrue();
    }

    @Test
    void no_bit_of_a_cosignature_is_free() {
        var line = witness.cosign(text, AT).line();
        int from = "— witness.example/w1 ".length();
        for (int i = from; i < line.length() - 3; i++) {
            var changed = line.substring(0, i) + (line.charAt(i) == 'A' ? 'B' : 'A') + line.substring(i + 1);
            assertThat(verifier.verify(note + changed)).as(changed).isEmpty();
        }
    }

    @Test
    void a_request_is_read_as_it_was_written() {
        for (var path : List.of(List.<Hash>of(), List.of(Hash.EMPTY), Collections.nCopies(63, Hash.EMPTY))) {
            var request = new AddCheckpoint(path.size(), path, note);
            assertThat(AddCheckpoint.parse(request.text())).contains(request);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "old 1",
                "old 1\n",
                "old 01\n\nx",
                "old -1\n\nx",
                "new 1\n\nx",
                "old  1\n\nx",
                "old 99999999999999999999\n\nx",
                "old 9999999999999999999\n\nx",
                "old 1\nnothing\n\nx",
                "old 1\nAAAA\n\nx",
                "old 1\r\n\r\nx"
            })
    void what_is_no_request_does_not_parse(String text) {
        assertThat(AddCheckpoint.parse(text)).isEmpty();
    }

    @Test
    void more_hashes_than_a_proof_can_have_are_no_request() {
        assertThat(AddCheckpoint.parse(new AddCheckpoint(1, Collections.nCopies(64, Hash.EMPTY), note).text()))
                .isEmpty();
    }
}
