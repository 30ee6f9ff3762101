package gongkai.query.access;

import gongkai.http.access.AccessConfiguration;
import gongkai.http.access.AccessMatrix;
import gongkai.http.access.TokenMissing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Programs send a token; people sign in with the issuer, and their session holds theirs. */
@Configuration(proxyBeanMethods = false)
@Import(AccessConfiguration.class)
class SignIn {

    /** The client by which people sign in. */
    static final String PEOPLE = "gongkai";

    /** The client as which this service asks the command service in its own name. */
    static final String SERVICE = "service";

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String BEGIN = "/oauth2/authorization/" + PEOPLE;

    /** Looked up at the issuer when first needed, so that either may start before the other. */
    @Bean
    ClientRegistrationRepository clients(
            @Value("${gongkai.issuer}") String issuer,
            @Value("${gongkai.client.id}") String id,
            @Value("${gongkai.client.secret}") String secret) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                client(issuer, id, secret)
                        .registrationId(PEOPLE)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid", "profile")
                        .build(),
                client(issuer, id, secret)
                        .registrationId(SERVICE)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .build()));
    }

    private static ClientRegistration.Builder client(String issuer, String id, String secret) {
        return ClientRegistrations.fromIssuerLocation(issuer).clientId(id).clientSecret(secret);
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensOfSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    SecurityFilterChain pagesAndTokens(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            OAuth2AuthorizedClientRepository tokens,
            JwtDecoder decoder,
            AccessMatrix matrix)
            throws Exception {
        var afterwards = new OidcClientInitiatedLogoutSuccessHandler(clients);
        afterwards.setPostLogoutRedirectUri("{baseUrl}/");
        return AccessConfiguration.tokens(http, matrix)
                .addFilterBefore(
                        new SessionTokens(new DefaultOAuth2AuthorizedClientManager(clients, tokens), decoder),
                        AnonymousAuthenticationFilter.class)
                .requestCache(it -> it.requestCache(visited()))
                .oauth2Login(it -> it.loginPage(BEGIN)
                        .authorizedClientRepository(tokens)
                        .userInfoEndpoint(info -> info.oidcUserService(named()))
                        .failureHandler(SignIn::failed))
                .oauth2Client(it -> it.authorizedClientRepository(tokens))
                .logout(it -> it.logoutSuccessHandler(afterwards))
                .exceptionHandling(it -> it.authenticationEntryPoint(entry()))
                .build();
    }

    /** The tokens say all that is asked. */
    private static OidcUserService named() {
        var named = new OidcUserService();
        named.setRetrieveUserInfo(_ -> false);
        return named;
    }

    /** To begin anew by itself would never end. */
    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Somebody could not be signed in: {}", failure.getMessage());
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }

    /** Where somebody was going. Its mark in the address is left out by null, which works and is only not declared. */
    @SuppressWarnings("NullAway")
    private static HttpSessionRequestCache visited() {
        var visited = new HttpSessionRequestCache();
        visited.setMatchingRequestParameterName(null);
        visited.setRequestMatcher(request -> request.getMethod().equals("GET") && isVisit(request));
        return visited;
    }

    /** A program is told that it lacks a token; only who opens a page is asked who they are, not what a page loads. */
    private static AuthenticationEntryPoint entry() {
        var program = new TokenMissing();
        var person = new LoginUrlAuthenticationEntryPoint(BEGIN);
        return (request, response, failure) ->
                (isVisit(request) ? person : program).commence(request, response, failure);
    }

    private static boolean isVisit(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return Stream.of("/api", "/v3", "/actuator").noneMatch(path::startsWith)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
    }
}
