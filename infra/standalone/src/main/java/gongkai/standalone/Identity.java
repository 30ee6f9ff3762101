package gongkai.standalone;

import gongkai.issuer.account.FirstAdministrator;
import gongkai.issuer.client.Client;
import gongkai.issuer.client.ClientFile;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

/**
 * The issuer as everything else here needs it.
 *
 * @param loader a client that lives as long as this process, and loads the sample
 */
record Identity(String url, Client query, List<Client> machines, Client loader, Optional<String> firstPassword) {

    static Identity of(ApplicationContext issuer, String url, Client loader) {
        var clients = issuer.getBean(ClientFile.class);
        return new Identity(
                url,
                clients.query(),
                clients.machines(),
                loader,
                issuer.getBean(FirstAdministrator.class).oneTimePassword());
    }

    /** @param name that its records have as actor */
    static Client newLoader(String name) {
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new Client(
                name,
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
                List.of("registrar"),
                List.of("*"),
                List.of());
    }

    String tokenEndpoint() {
        return url + "/oauth2/token";
    }

    /** Asks in the loader's name; a token outlives the loading of a sample. */
    RestClient asLoader(String service) {
        var token = AccessToken.of(tokenEndpoint(), loader.id(), loader.secret());
        return RestClient.builder()
                .baseUrl(service)
                .defaultHeaders(it -> it.setBearerAuth(token))
                .build();
    }
}
