package gongkai.standalone;

import java.util.Map;
import java.util.Optional;

/**
 * An OpenID provider that takes the place of the built-in issuer.
 *
 * @param issuer its address, as its tokens have it in {@code iss}
 * @param clientId the query service's client there
 */
record Provider(String issuer, String clientId, String clientSecret) {

    static final String ISSUER = "GONGKAI_ISSUER";
    static final String CLIENT_ID = "GONGKAI_CLIENT_ID";
    static final String CLIENT_SECRET = "GONGKAI_CLIENT_SECRET";

    /** Empty: none is set. */
    static Optional<Provider> from(Map<String, String> environment) {
        return Settings.value(environment, ISSUER)
                .map(issuer ->
                        new Provider(issuer, needed(environment, CLIENT_ID), needed(environment, CLIENT_SECRET)));
    }

    private static String needed(Map<String, String> environment, String name) {
        return Settings.value(environment, name)
                .orElseThrow(() -> new StartupException(
                        "%s is set, but %s is not: give the client that the provider knows the pages by."
                                .formatted(ISSUER, name)));
    }

    @Override
    public String toString() {
        return "Provider[" + issuer + "]";
    }
}
