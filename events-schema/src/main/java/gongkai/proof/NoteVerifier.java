package gongkai.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks signed notes by one verifier key. Whatever is odd is not signed; nothing throws. */
public final class NoteVerifier {

    private static final Pattern KEY =
            Pattern.compile("(?<name>[^+\\s]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/=]+)");
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID = 4;

    private final NoteKey key;

    private NoteVerifier(NoteKey key) {
        this.key = key;
    }

    /** Empty when the text is no verifier key, or its id does not belong to it. */
    public static Optional<NoteVerifier> of(String verifierKey) {
        var parts = KEY.matcher(verifierKey.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return decode(parts.group("key"))
                .filter(it -> it.length == 33 && it[0] == NoteKey.ED25519)
                .map(it -> new NoteKey(parts.group("name"), Arrays.copyOfRange(it, 1, it.length)))
                .filter(it -> it.idInHex().equals(parts.group("id")))
                .map(NoteVerifier::new);
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The note's text, if this key signed it; lines of other signers do not matter. */
    public Optional<String> verify(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        var signed = note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith("— " + key.name() + " "))
                .map(line -> decode(line.substring(key.name().length() + 3)))
                .flatMap(Optional::stream)
                .anyMatch(signature -> isOurs(signature, text));
        return signed ? Optional.of(text) : Optional.empty();
    }

    private boolean isOurs(byte[] identified, String text) {
        return identified.length > ID
                && Arrays.equals(Arrays.copyOf(identified, ID), key.id())
                && isSigned(Arrays.copyOfRange(identified, ID, identified.length), text);
    }

    private boolean isSigned(byte[] signature, String text) {
        try {
            var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.publicKey().length);
            System.arraycopy(key.publicKey(), 0, encoded, X509_PREFIX.length, key.publicKey().length);
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }
}
