package gongkai.command.person;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A file for each person: the key in base64, and for somebody who signs in a second line with what they are called. Who was
 * erased leaves an empty file {@code <id>.erased}. Several services share the directory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PersonKeys implements ErasureMemory {

    private static final String ERASED = ".erased";

    /** What requests are fingerprinted with. It does not outlive an erasure, so no fingerprint tells of somebody erased. */
    private static final String REQUESTS = "requests";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretFiles files;

    PersonKeys(@Value("${gongkai.person-keys}") Path directory) {
        files = new SecretFiles(directory);
    }

    Optional<SecretKey> key(String person) {
        return files.read(person).map(PersonKeys::keyOf);
    }

    private static SecretKey keyOf(String file) {
        return new SecretKeySpec(
                Base64.getDecoder().decode(file.lines().findFirst().orElseThrow()), "AES");
    }

    synchronized SecretKey keyOrNew(String person) {
        return key(person).orElseGet(() -> {
            files.make(person, random());
            return key(person).orElseThrow(() -> new PersonErasedException(person));
        });
    }

    Optional<String> name(String person) {
        return files.read(person).flatMap(it -> it.lines().skip(1).findFirst());
    }

    /** They are called so from now on; their key stays. */
    synchronized void name(String person, String name) {
        var key = keyOrNew(person);
        if (name(person).filter(name::equals).isEmpty()) {
            files.replace(person, Base64.getEncoder().encodeToString(key.getEncoded()) + "\n" + name + "\n");
            if (files.exists(person + ERASED)) {
                // Another service erased them meanwhile.
                files.delete(person);
                throw new PersonErasedException(person);
            }
        }
    }

    boolean isErased(String person) {
        return files.exists(person + ERASED);
    }

    /** What remembers it comes before what is gone, so that a power cut between the two changes nothing. */
    @Override
    public synchronized void remember(String person) {
        if (!isErased(person)) {
            files.make(person + ERASED, "");
        }
        if (files.exists(person)) {
            files.delete(person);
            files.delete(REQUESTS);
        }
    }

    @Override
    public Set<String> erased() {
        return files.endingWith(ERASED);
    }

    /** HMAC-SHA-256: a plain hash of a name and a number could be guessed. */
    String fingerprint(byte[] request) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keyOrNew(REQUESTS));
            return HexFormat.of().formatHex(mac.doFinal(request));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String random() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }
}
