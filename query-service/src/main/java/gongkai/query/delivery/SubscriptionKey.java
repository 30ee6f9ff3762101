package gongkai.query.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals what a copy of the database must not tell (AES-256-GCM, a nonce for each text). It lies in the file
 * {@code subscription-key} outside the database, made when there is something to seal for the first time (ADR 0027).
 */
@Component
class SubscriptionKey {

    private static final String MARK = "sealed:";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private @Nullable SecretKey key;

    SubscriptionKey(@Value("${gongkai.query.keys}") Path directory) {
        file = directory.resolve("subscription-key");
    }

    /** It was sealed with another key, or changed since. */
    static final class UnopenedException extends RuntimeException {

        UnopenedException(Path file) {
            super("Its secret does not open with the key in " + file + "; put that file back, or subscribe anew");
        }
    }

    /**
     * What is sealed stays as it is.
     *
     * @throws UncheckedIOException when the key can be neither read nor made
     */
    String seal(String text) {
        if (text.startsWith(MARK)) {
            return text;
        }
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            if (!Files.exists(file)) {
                make();
            }
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return MARK
                    + Base64.getEncoder()
                            .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be made", e);
        }
    }

    /**
     * What was kept before there was this key is given as it is.
     *
     * @throws UnopenedException when this is not the key
     */
    String open(String kept) {
        if (!kept.startsWith(MARK)) {
            return kept;
        }
        try {
            var bytes = Base64.getDecoder().decode(kept.substring(MARK.length()));
            return new String(
                    cipher(Cipher.DECRYPT_MODE, bytes).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new UnopenedException(file);
        }
    }

    /** @param bytes that begin with the nonce */
    private Cipher cipher(int mode, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
        return cipher;
    }

    private synchronized SecretKey key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(read(), "AES");
            key = known;
        }
        return known;
    }

    private byte[] read() {
        try {
            var bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException(bytes.length + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The key " + file + " is damaged; put it back from its own backup", e);
        }
    }

    /** Never half there, and never over one that is there. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        Files.writeString(next, Base64.getEncoder().encodeToString(bytes) + "\n");
        Files.move(next, file);
    }
}
