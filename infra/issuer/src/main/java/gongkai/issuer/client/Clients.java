package gongkai.issuer.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The clients as the authorization server asks for them. */
@Component
class Clients implements RegisteredClientRepository {

    /** How soon a change of what somebody may takes effect at the latest. */
    private static final Duration ACCESS = Duration.ofMinutes(10);

    /** How long somebody stays signed in whose pages ask for nothing. */
    static final Duration SESSION = Duration.ofHours(8);

    private final Map<String, Client> byId;
    private final InMemoryRegisteredClientRepository registered;

    Clients(
            ClientFile file,
            PasswordEncoder encoder,
            @Value("${gongkai.issuer.pages}") String[] pages,
            @Value("${gongkai.issuer.loader.id}") String loader,
            @Value("${gongkai.issuer.loader.secret}") String secret) {
        var machines = Stream.concat(
                        file.machines().stream(),
                        secret.isEmpty()
                                ? Stream.empty()
                                : Stream.of(new Client(loader, secret, List.of("registrar"), List.of("*"), List.of())))
                .toList();
        byId = Stream.concat(Stream.of(file.query()), machines.stream())
                .collect(Collectors.toMap(Client::id, Function.identity()));
        registered = new InMemoryRegisteredClientRepository(Stream.concat(
                        Stream.of(people(file.query(), encoder, pages)),
                        machines.stream().map(it -> machine(it, encoder).build()))
                .toList());
    }

    private static RegisteredClient.Builder machine(Client it, PasswordEncoder encoder) {
        return RegisteredClient.withId(it.id())
                .clientId(it.id())
                .clientSecret(encoder.encode(it.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS)
                        .refreshTokenTimeToLive(SESSION)
                        .reuseRefreshTokens(false)
                        .build());
    }

    private static RegisteredClient people(Client it, PasswordEncoder encoder, String[] pages) {
        return machine(it, encoder)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope("openid")
                .scope("profile")
                .redirectUris(
                        uris -> Arrays.stream(pages).forEach(page -> uris.add(page + "/login/oauth2/code/gongkai")))
                .postLogoutRedirectUris(uris -> Arrays.stream(pages).forEach(page -> uris.add(page + "/")))
                .build();
    }

    Optional<Client> client(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients come from their file");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return registered.findById(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return registered.findByClientId(id);
    }
}
