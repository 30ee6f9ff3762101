package gongkai.proof;

import java.util.Optional;

/** Checks signed notes by one verifier key. Whatever is odd is not signed; nothing throws. */
public final class NoteVerifier {

    private final NoteKey key;

    private NoteVerifier(NoteKey key) {
        this.key = key;
    }

    /** Empty when the text is no verifier key, is a witness's, or its id does not belong to it. */
    public static Optional<NoteVerifier> of(String verifierKey) {
        return NoteKey.parse(verifierKey, NoteKey.SIGNATURE).map(NoteVerifier::new);
    }

    /** The signer's: of a checkpoint, its origin. */
    public String name() {
        return key.name();
    }

    /** The note's text, if this key signed it; lines of other signers do not matter. */
    public Optional<String> verify(String note) {
        return SignedNote.parse(note)
                .filter(it -> key.signaturesIn(it).anyMatch(signature -> key.signed(signature, it.text())))
                .map(SignedNote::text);
    }
}
