package gongkai.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.issuer.account.FirstAdministrator;
import gongkai.testing.SharedServers;
import gongkai.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerTest {

    private TestPostgres postgres;
    private Path keys;
    private RunningIssuer issuer;

    @BeforeAll
    void start(TestPostgres postgres, @TempDir Path directory) {
        this.postgres = postgres;
        keys = directory.resolve("keys");
        postgres.createDatabase(RunningIssuer.DATABASE);
        issuer = begin();
    }

    private RunningIssuer begin() {
        return RunningIssuer.start(postgres, keys);
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void a_program_gets_an_access_token_that_says_what_it_is() {
        var claims = claims(token("officer", issuer.secret("officer")));
        assertThat(part(token("officer", issuer.secret("officer")), 0)
                        .path("typ")
                        .asString())
                .isEqualTo("at+jwt");
        assertThat(claims.path("aud").toString()).contains("gongkai");
        assertThat(claims.path("sub").asString()).isEqualTo("officer");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"officer\"]");
        assertThat(claims.path("units").toString()).isEqualTo("[\"*\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(600);
    }

    @Test
    void a_wrong_secret_gets_none() {
        assertThat(token("officer", issuer.secret("auditor"))).isEmpty();
    }

    @Test
    void secrets_and_keys_are_for_their_owner_only_and_stay_the_same() throws Exception {
        var before = Files.readString(keys.resolve("clients.json"));
        for (var file : List.of("clients.json", "issuer-key.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                    .isEqualTo("rw-------");
        }
        var key = Files.readString(keys.resolve("issuer-key.json"));
        begin().close();
        assertThat(keys.resolve("clients.json")).content().isEqualTo(before);
        assertThat(keys.resolve("issuer-key.json")).content().isEqualTo(key);
    }

    @Test
    void until_somebody_has_taken_the_installation_over_each_start_tells_a_new_password() {
        var accounts = issuer.accounts();
        String told;
        try (var again = begin()) {
            told = again.bean(FirstAdministrator.class).oneTimePassword().orElseThrow();
        }
        assertThat(issuer.bean(FirstAdministrator.class).oneTimePassword())
                .isPresent()
                .get()
                .isNotEqualTo(told);
        accounts.choose(FirstAdministrator.NAME, "a sentence that is long");
        try (var taken = begin()) {
            assertThat(taken.bean(FirstAdministrator.class).oneTimePassword()).isEmpty();
        }
    }

    @Test
    void the_eleventh_wrong_password_is_not_even_looked_at() throws Exception {
        var accounts = issuer.accounts();
        var password = accounts.open("wang.fang", List.of("inspector"), List.of("610926"), List.of())
                .orElseThrow();
        for (int i = 0; i < 10; i++) {
            assertThat(failure("wang.fang", "wrong " + i)).isInstanceOf(BadCredentialsException.class);
        }
        assertThat(failure("wang.fang", password)).isInstanceOf(LockedException.class);
    }

    private AuthenticationException failure(String name, String password) throws Exception {
        try {
            issuer.bean(AuthenticationConfiguration.class)
                    .getAuthenticationManager()
                    .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
        } catch (AuthenticationException e) {
            return e;
        }
        throw new AssertionError("signed in");
    }

    /** Empty: none was given. */
    private String token(String client, String secret) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        return RestClient.create(issuer.address())
                .post()
                .uri("/oauth2/token")
                .headers(it -> it.setBasicAuth(client, secret))
                .body(form)
                .exchange((_, it) -> JsonMapper.shared()
                        .readTree(it.getBody().readAllBytes())
                        .path("access_token")
                        .asString(""));
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static JsonNode part(String token, int number) {
        var part = token.split("\\.", -1)[number];
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
