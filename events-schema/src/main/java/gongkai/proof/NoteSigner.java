package gongkai.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;

/** Signs text as a C2SP signed note with an Ed25519 key. */
public final class NoteSigner {

    private final NoteKey key;
    private final KeyPair pair;

    /** @param name of the signer; it stands in each signature */
    public NoteSigner(String name, KeyPair pair) {
        this.key = NoteKey.of(name, pair.getPublic());
        this.pair = pair;
    }

    /** The text, an empty line, and the signature's line. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var signed = signature.sign();
            var identified = ByteBuffer.allocate(4 + signed.length)
                    .put(key.id())
                    .put(signed)
                    .array();
            return text + "\n— " + key.name() + " " + Base64.getEncoder().encodeToString(identified) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key of our own cannot sign", e);
        }
    }

    /** What a verifier needs: {@code <name>+<key id>+<key>}. */
    public String verifierKey() {
        return key.name() + "+" + key.idInHex() + "+" + Base64.getEncoder().encodeToString(key.typed());
    }
}
