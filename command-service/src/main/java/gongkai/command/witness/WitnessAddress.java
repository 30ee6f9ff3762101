package gongkai.command.witness;

import gongkai.proof.CosignatureVerifier;
import java.net.URI;
import java.util.Optional;

/** Where a witness is, and the key by which its cosignatures are known. */
record WitnessAddress(URI url, CosignatureVerifier key) {

    /**
     * @param setting an URL, a blank, and a verifier key
     * @throws IllegalArgumentException when it is something else
     */
    static WitnessAddress parse(String setting) {
        var parts = setting.strip().split("\\s+", -1);
        var key = CosignatureVerifier.of(parts[parts.length - 1]);
        if (parts.length != 2 || !parts[0].matches("https?://\\S+") || key.isEmpty()) {
            throw new IllegalArgumentException(
                    "GONGKAI_WITNESSES (gongkai.witnesses) «%s»: an URL, a blank and the key that the witness prints at its start were expected, and a comma before the next"
                            .formatted(setting));
        }
        return new WitnessAddress(URI.create(parts[0].replaceFirst("/*$", "/add-checkpoint")), key.get());
    }

    String name() {
        return key.name();
    }

    /** What it said below the note, if it is this witness's cosignature. */
    Optional<Reply> cosignature(String note, String lines) {
        return key.verify(note + lines).map(Reply.Cosigned::new);
    }
}
