package gongkai.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An Ed25519 key as the C2SP signed-note format names it.
 *
 * @param name of the signer, {@code gongkai/610926}
 * @param kind what its signatures say: {@link #SIGNATURE} or {@link #COSIGNATURE}
 * @param publicKey 32 bytes
 */
record NoteKey(
        String name,
        byte kind,
        @SuppressWarnings("ArrayRecordComponent") byte[] publicKey) {

    /** Of a log over its own text. */
    static final byte SIGNATURE = 1;

    /** Of a witness over text and time (C2SP tlog-cosignature). */
    static final byte COSIGNATURE = 4;

    private static final Pattern TEXT =
            Pattern.compile("(?<name>[^+\\s]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/=]+)");
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String ALGORITHM = "Ed25519";
    private static final int SIZE = 32;
    private static final int ID = 4;

    /** X.509 puts 12 bytes before the key itself. */
    static NoteKey of(String name, byte kind, PublicKey key) {
        var encoded = key.getEncoded();
        return new NoteKey(name, kind, Arrays.copyOfRange(encoded, encoded.length - SIZE, encoded.length));
    }

    /** Empty when the text is no verifier key of that kind, or its id does not belong to it. */
    static Optional<NoteKey> parse(String verifierKey, byte kind) {
        var parts = TEXT.matcher(verifierKey.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return decode(parts.group("key"))
                .filter(it -> it.length == SIZE + 1 && it[0] == kind)
                .map(it -> new NoteKey(parts.group("name"), kind, Arrays.copyOfRange(it, 1, it.length)))
                .filter(it -> it.idInHex().equals(parts.group("id")));
    }

    /** Written in one way only: the last character's spare bits would be free otherwise. */
    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64))
                    .filter(it -> Base64.getEncoder().encodeToString(it).equals(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The key with its kind before it. */
    private byte[] typed() {
        return ByteBuffer.allocate(SIZE + 1).put(kind).put(publicKey).array();
    }

    /** The first four bytes of SHA-256 over name, line break, kind and key. */
    private byte[] id() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typed()), ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String idInHex() {
        return HexFormat.of().formatHex(id());
    }

    String verifierKey() {
        return name + "+" + idInHex() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** A note's line: whose signature it is, and the signature. */
    String line(byte[] signature) {
        var identified = ByteBuffer.allocate(ID + signature.length)
                .put(id())
                .put(signature)
                .array();
        return "— " + name + " " + Base64.getEncoder().encodeToString(identified) + "\n";
    }

    /** The signatures in a note's lines that say that they are this key's; whether they are is another question. */
    Stream<byte[]> signaturesIn(SignedNote note) {
        return note.lines()
                .filter(line -> line.startsWith("— " + name + " "))
                .map(line -> decode(line.substring(name.length() + 3)))
                .flatMap(Optional::stream)
                .filter(it -> it.length > ID && Arrays.equals(Arrays.copyOf(it, ID), id()))
                .map(it -> Arrays.copyOfRange(it, ID, it.length));
    }

    static byte[] sign(PrivateKey key, String message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key of our own cannot sign", e);
        }
    }

    boolean signed(byte[] signature, String message) {
        try {
            var encoded = ByteBuffer.allocate(X509_PREFIX.length + SIZE)
                    .put(X509_PREFIX)
                    .put(publicKey)
                    .array();
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }
}
