package gongkai.issuer.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What signs tokens: RSA of 3,072 bits in the file {@code issuer-key.json} (mode 0600), made at the first start. */
@Configuration(proxyBeanMethods = false)
class IssuerKey {

    private static final int BITS = 3_072;

    @Bean
    JWKSource<SecurityContext> keys(@Value("${gongkai.issuer.keys}") Path directory) {
        var file = directory.resolve("issuer-key.json");
        try {
            return new ImmutableJWKSet<>(
                    new JWKSet(Files.exists(file) ? RSAKey.parse(Files.readString(file)) : make(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can neither be read nor made", e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(file + " holds no RSA key; remove it, and all sign in again", e);
        }
    }

    /** For what the protocol's own addresses are asked with a token. */
    @Bean
    static JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        var accessTokens = new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"));
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(it -> it.setJWSTypeVerifier(accessTokens))
                .build();
        decoder.setJwtValidator(new JwtTimestampValidator());
        return decoder;
    }

    private static RSAKey make(Path file) throws IOException, JOSEException {
        var key = new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key.toJSONString());
        return key;
    }
}
