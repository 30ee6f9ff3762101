package gongkai.http.access;

import jakarta.servlet.DispatcherType;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What both services have in common: which tokens count, and that the matrix is asked. */
@Configuration(proxyBeanMethods = false)
@Import(RefusalLog.class)
public class AccessConfiguration implements WebMvcConfigurer {

    /** What says nothing of any county: health, and the documents of the interface. */
    private static final String[] OPEN = {
        "/actuator/health/**", "/docs", "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/error"
    };

    /** How a refusal looks is settled before it. */
    private static final int AFTER_LOOKS = Ordered.HIGHEST_PRECEDENCE + 1;

    private final AccessMatrix matrix;

    private final RequestRate rate;

    /** @param perSecond how many requests one caller may make */
    AccessConfiguration(AccessMatrix matrix, @Value("${gongkai.requests-per-second}") int perSecond) {
        this.matrix = matrix;
        this.rate = new RequestRate(perSecond);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(rate).order(AFTER_LOOKS);
        registry.addInterceptor(new AccessGate(matrix)).order(AFTER_LOOKS);
    }

    /** A request is observed as a whole; none of its filters is a step that anybody waits for. */
    @Bean
    SecurityObservationSettings noFilterByItself() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    OpenApiCustomizer whoMay() {
        return new OpenApiAccess(matrix);
    }

    /**
     * RFC 9068: an access token that this issuer signed, for us, and that holds now; an ID token is none. The issuer is looked
     * up with the first token, so that either may start before the other.
     *
     * @param issuer as it stands in {@code iss}; its discovery document is below it
     * @param audience one of the token's {@code aud}
     */
    @Bean
    JwtDecoder jwtDecoder(@Value("${gongkai.issuer}") String issuer, @Value("${gongkai.audience}") String audience) {
        if (issuer.isBlank()) {
            throw new IllegalStateException("gongkai.issuer is not set: give the address of the OpenID provider "
                    + "whose tokens count, such as https://id.example.gov.cn/realms/gongkai.");
        }
        return new RecentTokens(new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .validateType(false)
                    .jwsAlgorithm(SignatureAlgorithm.RS256)
                    .jwsAlgorithm(SignatureAlgorithm.PS256)
                    .jwsAlgorithm(SignatureAlgorithm.ES256)
                    .build();
            var time = new JwtTimestampValidator();
            time.setAllowEmptyExpiryClaim(false);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTypeValidator("at+jwt", "application/at+jwt"),
                    time,
                    new JwtIssuerValidator(issuer),
                    new JwtAudienceValidator(audience)));
            return decoder;
        }));
    }

    /** What is answered to one caller is kept for no other, unless the answer itself says that it never changes. */
    private static HeaderWriter notKept() {
        return new DelegatingRequestMatcherHeaderWriter(
                PathPatternRequestMatcher.withDefaults().matcher("/api/**"), new CacheControlHeadersWriter());
    }

    /**
     * A token for everything but what is open. Other headers, and whether a form is our own, are settled elsewhere for every answer.
     */
    public static HttpSecurity tokens(HttpSecurity http, AccessMatrix matrix) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(it -> it.defaultsDisabled().addHeaderWriter(notKept()))
                .addFilterBefore(new IssuerAway(), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(matrix.secretAddresses())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(it -> it.jwt(_ -> {}).authenticationEntryPoint(new TokenMissing()));
    }
}
