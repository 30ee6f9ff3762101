package gongkai.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An issuer that gives any token that a test asks for; services find its key as they find a real one's. */
public final class TestIssuer {

    /** What services are told to require in {@code aud}. */
    private static final String AUDIENCE = "gongkai";

    private static final Duration LIFE = Duration.ofHours(2);

    private static final class Only {
        static final TestIssuer ISSUER = new TestIssuer();
    }

    private final RSAKey key;
    private final String address;

    private TestIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            address = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/.well-known/openid-configuration", it -> answer(it, discovery()));
            server.createContext("/jwks", it -> answer(it, new JWKSet(key.toPublicJWK()).toJSONObject()));
            server.createContext(
                    "/token",
                    it -> answer(
                            it,
                            Map.of(
                                    "access_token", token("service", List.of("auditor"), List.of("*"), List.of()),
                                    "token_type", "Bearer",
                                    "expires_in", LIFE.toSeconds())));
            server.start();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One in each JVM; it ends with it. */
    public static TestIssuer shared() {
        return Only.ISSUER;
    }

    public String address() {
        return address;
    }

    /** What a service is started with. */
    public String setting() {
        return "--gongkai.issuer=" + address;
    }

    /** @return for somebody who may do everything in every county */
    public String token(String name) {
        return token(name, List.of("administrator", "registrar", "inspector"), List.of("*"), List.of());
    }

    public String token(String name, List<String> roles, List<String> jurisdictions, List<String> units) {
        return token(
                "at+jwt",
                it -> it.subject(name)
                        .claim("roles", roles)
                        .claim("jurisdictions", jurisdictions)
                        .claim("units", units));
    }

    /** @param claims changes what would otherwise be a token that is taken */
    public String token(String type, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            var now = Instant.now();
            var all = claims.apply(new JWTClaimsSet.Builder()
                            .issuer(address)
                            .audience(AUDIENCE)
                            .subject("somebody")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LIFE))))
                    .build();
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType(type))
                            .keyID(key.getKeyID())
                            .build(),
                    all);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer",
                address,
                "jwks_uri",
                address + "/jwks",
                "token_endpoint",
                address + "/token",
                "authorization_endpoint",
                address + "/authorize",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
        var body = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
