package gongkai.issuer.page;

import gongkai.issuer.account.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The protocol's addresses for programs, and the pages for people. */
@Configuration(proxyBeanMethods = false)
class IssuerSecurity {

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    AuthorizationServerSettings settings(@Value("${gongkai.issuer.url}") String url) {
        return AuthorizationServerSettings.builder().issuer(url).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, Sessions sessions, Accounts accounts) throws Exception {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, it -> it.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .addFilterBefore(new ChosenPassword(accounts), AuthorizationFilter.class)
                .exceptionHandling(it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    /** @param pages where a form may lead in the end: back to whoever asked for the sign-in */
    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, Sessions sessions, Accounts accounts, @Value("${gongkai.issuer.pages}") String[] pages)
            throws Exception {
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'; form-action 'self' " + String.join(" ", pages);
        return http.authorizeHttpRequests(it -> it.requestMatchers("/static/**", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/accounts", "/accounts/**")
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(sessions, SecurityContextHolderFilter.class)
                .addFilterBefore(new ChosenPassword(accounts), AuthorizationFilter.class)
                .formLogin(it -> it.loginPage("/login").permitAll())
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
