package gongkai.proof;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A C2SP signed note: a text, an empty line, and a line for each signature; whose they are is another question.
 *
 * @param text with its last line break
 */
public record SignedNote(String text, String signatures) {

    /** Empty when it has no signatures, or ends in the middle of a line. */
    public static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        return end < 0 || !note.endsWith("\n")
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, end + 1), note.substring(end + 2)));
    }

    /** Of the signatures. */
    public Stream<String> lines() {
        return signatures.lines();
    }

    /** Whether the holder of the key, a ledger's or a witness's, signed the note. */
    public static boolean isSigned(String note, String verifierKey) {
        return NoteVerifier.of(verifierKey).flatMap(it -> it.verify(note)).isPresent()
                || CosignatureVerifier.of(verifierKey)
                        .flatMap(it -> it.verify(note))
                        .isPresent();
    }
}
