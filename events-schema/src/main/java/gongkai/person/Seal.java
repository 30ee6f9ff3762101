package gongkai.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import gongkai.event.Personal;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce of 96 bits before and a tag of 128 bits after the ciphertext (NIST SP 800-38D). Person, field
 * and what the event is about are authenticated with it: what was cut out of one event opens in no other place.
 *
 * @param person the id of whose key it is
 * @param about the unit's code of a contact, the obligation's id of a reporter
 */
public record Seal(String person, PersonalField field, String about) {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** The plain text is filled up to a multiple of it, so that its length does not tell names apart. */
    private static final int BLOCK = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    public Personal seal(SecretKey key, PersonDetails details) {
        var text = details.text().getBytes(UTF_8);
        var padded = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        var sealed = new byte[NONCE + padded.length + TAG];
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(padded, 0, padded.length, sealed, NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
        return new Personal(person, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** @return empty when it was not sealed here, for this, under this key */
    public Optional<PersonDetails> open(SecretKey key, String sealed) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            var nonce = Arrays.copyOf(bytes, NONCE);
            var padded = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(bytes, NONCE, bytes.length - NONCE);
            int end = padded.length;
            while (end > 0 && padded[end - 1] == 0) {
                end--;
            }
            return Optional.of(PersonDetails.of(new String(padded, 0, end, UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(String.join("\n", "gongkai/personal/1", person, field.path(), about)
                .getBytes(UTF_8));
        return cipher;
    }
}
