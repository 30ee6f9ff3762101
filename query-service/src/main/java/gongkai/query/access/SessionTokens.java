package gongkai.query.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session is as good as the access token that it holds. That is renewed with the issuer before it ends, so what somebody
 * may, and whether at all, changes within a token's life; from here on a person and a program look alike.
 */
final class SessionTokens extends OncePerRequestFilter {

    private final OAuth2AuthorizedClientManager tokens;
    private final JwtDecoder decoder;

    SessionTokens(OAuth2AuthorizedClientManager tokens, JwtDecoder decoder) {
        this.tokens = tokens;
        this.decoder = decoder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken person) {
            var context = SecurityContextHolder.createEmptyContext();
            token(person, request, response)
                    .ifPresentOrElse(
                            it -> context.setAuthentication(new JwtAuthenticationToken(it, List.of())),
                            () -> request.getSession().invalidate());
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Empty: the issuer has ended the session. */
    private Optional<Jwt> token(
            OAuth2AuthenticationToken person, HttpServletRequest request, HttpServletResponse response) {
        try {
            var client = tokens.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(SignIn.PEOPLE)
                    .principal(person)
                    .attribute(HttpServletRequest.class.getName(), request)
                    .attribute(HttpServletResponse.class.getName(), response)
                    .build());
            return Optional.ofNullable(client)
                    .map(it -> decoder.decode(it.getAccessToken().getTokenValue()));
        } catch (ClientAuthorizationRequiredException | BadJwtException _) {
            return Optional.empty();
        } catch (OAuth2AuthorizationException e) {
            if (e.getError().getErrorCode().equals(OAuth2ErrorCodes.INVALID_GRANT)) {
                return Optional.empty();
            }
            throw new AuthenticationServiceException("The issuer did not renew a token", e);
        }
    }
}
