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
 * @param accounts where accounts are opened
 * @param tokenEndpoint for the machines; a provider's own is found by discovery
 * @param loader a client that lives as long as this process, and loads the sample
 */
record Identity(
        String url,
        Optional<String> accounts,
        Optional<String> tokenEndpoint,
        Client query,
        List<Client> machines,
        Optional<Client> loader,
        Optional<String> firstPassword) {

    static Identity of(ApplicationContext issuer, String url, Client loader) {
        var clients = issuer.getBean(ClientFile.class);
        return new Identity(
                url,
                Optional.of(url + "/accounts"),
                Optional.of(url + "/oauth2/token"),
                clients.query(),
                clients.machines(),
                Optional.of(loader),
                issuer.getBean(FirstAdministrator.class).oneTimePassword());
    }

    static Identity of(Provider provider) {
        return new Identity(
                provider.issuer(),
                Optional.empty(),
                Optional.empty(),
                new Client(provider.clientId(), provider.clientSecret(), List.of(), List.of(), List.of()),
                List.of(),
                Optional.empty(),
                Optional.empty());
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

    /** Asks in the loader's name; a token outlives the loading of a sample. */
    RestClient asLoader(String service) {
        var client = loader.orElseThrow();
        var token = AccessToken.of(tokenEndpoint.orElseThrow(), client.id(), client.secret());
        return RestClient.builder()
                .baseUrl(service)
                .defaultHeaders(it -> it.setBearerAuth(token))
                .build();
    }
}
