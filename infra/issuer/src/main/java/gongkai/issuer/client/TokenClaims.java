package gongkai.issuer.client;

import gongkai.issuer.account.Account;
import gongkai.issuer.account.Accounts;
import gongkai.issuer.account.SignedIn;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What an access token says of its holder, looked up anew each time one is made: who was shut out, or has to sign in anew, gets no further one. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final Clients clients;
    private final String audience;

    TokenClaims(Accounts accounts, Clients clients, @Value("${gongkai.issuer.audience}") String audience) {
        this.accounts = accounts;
        this.clients = clients;
        this.audience = audience;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication holder = Objects.requireNonNull(context.getPrincipal());
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            call(context, account(holder));
            return;
        }
        // RFC 9068: told apart from every other token.
        context.getJwsHeader().type("at+jwt");
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            var client = clients.client(holder.getName()).orElseThrow();
            say(context, client.roles(), client.jurisdictions(), client.units());
        } else {
            var account = account(holder);
            call(context, account);
            say(context, account.roles(), account.jurisdictions(), account.units());
        }
    }

    /** @throws OAuth2AuthenticationException when it was closed, or changed since the sign-in */
    private Account account(Authentication holder) {
        if (holder.getPrincipal() instanceof SignedIn person) {
            return accounts.find(person.getUsername()).filter(person::isStill).orElseThrow(TokenClaims::shutOut);
        }
        throw shutOut();
    }

    /** The account by an id for ever, and by its name for people to read. */
    private static void call(JwtEncodingContext context, Account account) {
        context.getClaims().subject(account.id().toString()).claim("preferred_username", account.name());
    }

    private void say(JwtEncodingContext context, List<String> roles, List<String> jurisdictions, List<String> units) {
        context.getClaims()
                .audience(List.of(audience))
                .claim("roles", roles)
                .claim("jurisdictions", jurisdictions)
                .claim("units", units);
    }

    private static OAuth2AuthenticationException shutOut() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
