package gongkai.issuer.log;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** What Spring Security tells only when it is asked to: refused programs, and refusals of pages. */
@Configuration(proxyBeanMethods = false)
class AttemptEvents {

    @Bean
    static AuthenticationEventPublisher attempts(ApplicationEventPublisher events) {
        var attempts = new DefaultAuthenticationEventPublisher(events);
        attempts.setAdditionalExceptionMappings(
                Map.of(OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
        return attempts;
    }

    @Bean
    static AuthorizationEventPublisher refusals(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }
}
