package gongkai.query;

import gongkai.testing.TestIssuer;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Clients of the service, with a token each. */
public final class Asking {

    /** Who asks, unless a test says otherwise: somebody who may do everything. */
    public static final String READER = "reader";

    private Asking() {}

    public static String token() {
        return TestIssuer.shared().token(READER);
    }

    public static RestClient at(String url) {
        return with(token(), url);
    }

    /** Somebody who may do only what that role may, and only there. */
    public static RestClient as(String role, String jurisdiction, List<String> units, String url) {
        return with(TestIssuer.shared().token(role, List.of(role), List.of(jurisdiction), units), url);
    }

    private static RestClient with(String token, String url) {
        return client(url).defaultHeaders(it -> it.setBearerAuth(token)).build();
    }

    /** Without a token, and not led anywhere: a redirection is an answer. */
    static RestClient.Builder client(String url) {
        return RestClient.builder().baseUrl(url).requestFactory(new JdkClientHttpRequestFactory());
    }
}
