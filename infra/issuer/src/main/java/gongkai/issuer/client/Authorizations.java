package gongkai.issuer.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, for as long as that may last; after a restart people sign in again. Programs' tokens need no memory: they
 * are never renewed, only asked for anew.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    private static final int MOST = 20_000;

    private final Cache<String, OAuth2Authorization> living = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Clients.SESSION)
            .build();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            living.put(authorization.getId(), authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        living.invalidate(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return living.getIfPresent(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return living.asMap().values().stream()
                .filter(it -> it.getToken(token) != null)
                .findFirst()
                .orElse(null);
    }
}
