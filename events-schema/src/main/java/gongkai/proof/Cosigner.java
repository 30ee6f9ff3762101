package gongkai.proof;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.time.Instant;

/** A witness's key, by which it cosigns checkpoints of others. */
public final class Cosigner {

    private final NoteKey key;
    private final KeyPair pair;

    /** @param name of the witness, without blank and plus; the specification recommends a URL without its scheme */
    public Cosigner(String name, KeyPair pair) {
        this.key = NoteKey.of(name, NoteKey.COSIGNATURE, pair.getPublic());
        this.pair = pair;
    }

    /** @param text of the checkpoint, without its signatures */
    public Cosignature cosign(String text, Instant at) {
        long seconds = at.getEpochSecond();
        var signature = NoteKey.sign(pair.getPrivate(), Cosignature.message(text, seconds));
        var stamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new Cosignature(key.name(), Instant.ofEpochSecond(seconds), key.line(stamped));
    }

    public String verifierKey() {
        return key.verifierKey();
    }
}
