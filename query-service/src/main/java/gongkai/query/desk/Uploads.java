package gongkai.query.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Files between their preview and their acceptance, by their SHA-256: a hundred megabytes at most, two hours each. What
 * has gone is asked for again; all else that was typed travels with the page.
 */
@Component
class Uploads {

    /** As large as the command API takes. */
    static final int LARGEST = 20 * 1024 * 1024;

    private final Cache<String, byte[]> files = Caffeine.newBuilder()
            .maximumWeight(5L * LARGEST)
            .weigher((String _, byte[] file) -> file.length)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    /** The name under which it can be found again. */
    String keep(byte[] file) {
        var sha256 = sha256(file);
        files.put(sha256, file);
        return sha256;
    }

    Optional<byte[]> find(String sha256) {
        return Optional.ofNullable(files.getIfPresent(sha256));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
