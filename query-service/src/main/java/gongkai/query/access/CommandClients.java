package gongkai.query.access;

import gongkai.http.access.Caller;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributePrincipalResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Ways to ask the command service: in this service's own name, or in the name of who is asking. */
@Component
public class CommandClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final String address;
    private final ObservationRegistry observations;
    private final OAuth2ClientHttpRequestInterceptor ownToken;

    CommandClients(
            @Value("${gongkai.command-url}") String address,
            ClientRegistrationRepository clients,
            ObservationRegistry observations) {
        this.address = address;
        this.observations = observations;
        ownToken = new OAuth2ClientHttpRequestInterceptor(new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                clients, new InMemoryOAuth2AuthorizedClientService(clients)));
        ownToken.setClientRegistrationIdResolver(_ -> SignIn.SERVICE);
        ownToken.setPrincipalResolver(new RequestAttributePrincipalResolver());
    }

    /** @param patience how long an answer may take */
    public RestClient ofService(Duration patience) {
        return at(patience)
                .defaultRequest(it -> it.attributes(RequestAttributePrincipalResolver.principal(SignIn.SERVICE)))
                .requestInterceptor((request, body, next) -> {
                    try {
                        return ownToken.intercept(request, body, next);
                    } catch (RuntimeException e) {
                        throw new IOException("The issuer gives no token (%s)".formatted(e.getMessage()), e);
                    }
                })
                .build();
    }

    /**
     * For use within a request.
     *
     * @param patience how long an answer may take
     */
    public RestClient ofCaller(Duration patience) {
        return at(patience)
                .requestInterceptor((request, body, next) -> {
                    request.getHeaders().setBearerAuth(Caller.token().getTokenValue());
                    return next.execute(request, body);
                })
                .build();
    }

    private RestClient.Builder at(Duration patience) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(patience);
        return RestClient.builder()
                .baseUrl(address)
                .requestFactory(requests)
                // A trace goes on over there.
                .observationRegistry(observations);
    }
}
