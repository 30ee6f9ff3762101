package gongkai.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP tlog-checkpoint and signed-note. */
class SignedCheckpointTest {

    private static final String ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";

    /** The example of the signed-note specification (Go's note package), which anybody can check. */
    private static final String EXAMPLE_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String EXAMPLE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_specification_s_own_note_is_valid() {
        var verifier = NoteVerifier.of(EXAMPLE_KEY).orElseThrow();
        assertThat(verifier.verify(EXAMPLE))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("If you think").endsWith("problem is.\n"));
        assertThat(verifier.verify(EXAMPLE.replace("answer", "Answer"))).isEmpty();
    }

    @Test
    void what_was_signed_is_verified_by_its_key_alone() {
        var signer = new NoteSigner("gongkai/610926", pair());
        var note = signer.sign(new Checkpoint("gongkai/610926", 345, Hash.EMPTY).body());
        var verifier = NoteVerifier.of(signer.verifierKey()).orElseThrow();
        assertThat(verifier.verify(note).flatMap(Checkpoint::parse))
                .contains(new Checkpoint("gongkai/610926", 345, Hash.EMPTY));
        var other = NoteVerifier.of(new NoteSigner("gongkai/610926", pair()).verifierKey())
                .orElseThrow();
        assertThat(other.verify(note)).isEmpty();
        assertThat(verifier.verify(note.replace("345", "346"))).isEmpty();
        assertThat(verifier.verify(other.verify(note).orElse("") + note.substring(0, note.length() - 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "\n\n",
                "text\n\n— gongkai/610926 !!!\n",
                "text\n\n— gongkai/610926 AAAA\n",
                "text\n\n— gongkai/610926 AAAAAAAAAA==\n"
            })
    void odd_notes_are_not_signed_and_nothing_throws(String note) {
        var verifier = NoteVerifier.of(new NoteSigner("gongkai/610926", pair()).verifierKey())
                .orElseThrow();
        assertThat(verifier.verify(note)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+b",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AR"
            })
    void odd_keys_are_no_keys(String key) {
        assertThat(NoteVerifier.of(key)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Log\n123\n" + ROOT + "\n",
                "Log\n0\n" + ROOT + "\n",
                "Log\n9\n" + ROOT + "\nextension\nanother\n"
            })
    void checkpoint_bodies_parse(String body) {
        assertThat(Checkpoint.parse(body)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Head\n9944\n",
                "\n9944\n" + ROOT + "\n",
                "Log\n123\n" + ROOT,
                "Log\nbananas\n" + ROOT + "\n",
                "Log\n-34\n" + ROOT + "\n",
                "Log\n3438945738945739845734895735\n" + ROOT + "\n",
                "Log\n123\nThisIsn'tBase64\n",
                "Log\n0123\n" + ROOT + "\n",
                "Log\n1\n" + ROOT + "\n\nx\n",
                "Log\r\n1\r\n" + ROOT + "\r\n",
                "Log\n123\nYmFuYW5hcw==\n"
            })
    void what_is_no_checkpoint_does_not_parse(String body) {
        assertThat(Checkpoint.parse(body)).isEmpty();
    }
}
