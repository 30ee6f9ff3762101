package gongkai.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** Checks cosigned notes by the key of one witness. Whatever is odd is not cosigned; nothing throws. */
public final class CosignatureVerifier {

    private final NoteKey key;

    private CosignatureVerifier(NoteKey key) {
        this.key = key;
    }

    /** Empty when the text is no witness's verifier key, or its id does not belong to it. */
    public static Optional<CosignatureVerifier> of(String verifierKey) {
        return NoteKey.parse(verifierKey, NoteKey.COSIGNATURE).map(CosignatureVerifier::new);
    }

    /** The witness's. */
    public String name() {
        return key.name();
    }

    public String verifierKey() {
        return key.verifierKey();
    }

    /** The newest cosignature of this witness below the note; lines of others do not matter. */
    public Optional<Cosignature> verify(String note) {
        return SignedNote.parse(note)
                .flatMap(it -> key.signaturesIn(it)
                        .filter(stamped -> stamped.length > Long.BYTES)
                        .filter(stamped -> isSigned(stamped, it.text()))
                        .map(stamped -> new Cosignature(key.name(), at(stamped), key.line(stamped)))
                        .max(Comparator.comparing(Cosignature::at)));
    }

    private boolean isSigned(byte[] stamped, String text) {
        long seconds = seconds(stamped);
        return seconds >= 0
                && seconds <= Instant.MAX.getEpochSecond()
                && key.signed(
                        Arrays.copyOfRange(stamped, Long.BYTES, stamped.length), Cosignature.message(text, seconds));
    }

    private static Instant at(byte[] stamped) {
        return Instant.ofEpochSecond(seconds(stamped));
    }

    private static long seconds(byte[] stamped) {
        return ByteBuffer.wrap(stamped).getLong();
    }
}
