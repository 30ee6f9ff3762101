package gongkai.http.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Takes a token that was checked within half a minute as it was found, while it holds: programs send the same one with each request,
 * and its signature is the costliest part of a short answer. A key that the issuer gives up counts so much longer.
 */
final class RecentTokens implements JwtDecoder {

    private static final Duration AGE = Duration.ofSeconds(30);
    private static final int TOKENS = 10_000;

    private final LoadingCache<String, Jwt> checked;

    /** @param decoder refuses tokens that have no end */
    RecentTokens(JwtDecoder decoder) {
        checked = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfter(Expiry.<String, Jwt>creating((_, it) -> stillGood(it)))
                .build(decoder::decode);
    }

    private static Duration stillGood(Jwt token) {
        var left = Duration.between(Instant.now(), Objects.requireNonNull(token.getExpiresAt()));
        return left.compareTo(AGE) < 0 ? left : AGE;
    }

    @Override
    public Jwt decode(String token) {
        return checked.get(token);
    }
}
