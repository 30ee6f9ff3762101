package gongkai.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key as the C2SP signed-note format names it.
 *
 * @param name of the signer, {@code gongkai/610926}
 * @param publicKey 32 bytes
 */
record NoteKey(
        String name,
        @SuppressWarnings("ArrayRecordComponent") byte[] publicKey) {

    private static final int SIZE = 32;
    static final byte ED25519 = 1;

    /** X.509 puts 12 bytes before the key itself. */
    static NoteKey of(String name, PublicKey key) {
        var encoded = key.getEncoded();
        return new NoteKey(name, Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length));
    }

    /** The key with its algorithm's byte before it. */
    byte[] typed() {
        return ByteBuffer.allocate(SIZE + 1).put(ED25519).put(publicKey).array();
    }

    /** The first four bytes of SHA-256 over name, line break, algorithm and key. */
    byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String idInHex() {
        return HexFormat.of().formatHex(id());
    }

    String verifierKey() {
        return name + "+" + idInHex() + "+" + Base64.getEncoder().encodeToString(typed());
    }
}
