package gongkai.proof;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Collectors;

/** Signs text as a C2SP signed note with an Ed25519 key. */
public final class NoteSigner {

    private final NoteKey key;
    private final KeyPair pair;

    /** @param name of the signer; it stands in each signature */
    public NoteSigner(String name, KeyPair pair) {
        this.key = NoteKey.of(name, NoteKey.SIGNATURE, pair.getPublic());
        this.pair = pair;
    }

    /** The text, an empty line, and a line for each signer. */
    public static String sign(String text, List<NoteSigner> signers) {
        return text + "\n" + signers.stream().map(it -> it.lineFor(text)).collect(Collectors.joining());
    }

    /** The text, an empty line, and the signature's line. */
    public String sign(String text) {
        return sign(text, List.of(this));
    }

    private String lineFor(String text) {
        return key.line(NoteKey.sign(pair.getPrivate(), text));
    }

    /** The verifier key of a public key whose private half may be gone. */
    public static String verifierKey(String name, PublicKey key) {
        return NoteKey.of(name, NoteKey.SIGNATURE, key).verifierKey();
    }

    /** What a verifier needs: {@code <name>+<key id>+<key>}. */
    public String verifierKey() {
        return key.verifierKey();
    }
}
