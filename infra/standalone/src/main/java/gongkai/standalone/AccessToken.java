package gongkai.standalone;

import java.util.Objects;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** What a program shows instead of a password; the issuer gives it for a client's secret, for ten minutes (RFC 6749, 4.4). */
final class AccessToken {

    private record Answer(String access_token) {}

    private AccessToken() {}

    static String of(String endpoint, String client, String secret) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        return Objects.requireNonNull(RestClient.create()
                        .post()
                        .uri(endpoint)
                        .headers(it -> it.setBasicAuth(client, secret))
                        .body(form)
                        .retrieve()
                        .body(Answer.class))
                .access_token();
    }
}
