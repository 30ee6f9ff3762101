package gongkai.query.delivery.channel;

import gongkai.query.delivery.address.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Posts to addresses that others have chosen. A name is resolved once, what it resolves to is checked, and the connection
 * goes to what was checked: a name that changes its mind in between gains nothing. No redirects, no proxies, no cookies;
 * little time, and little of an answer is read.
 */
@Component
class CheckedHttp implements DisposableBean {

    private static final Timeout STEP = Timeout.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofSeconds(15);
    private static final int ANSWER_BYTES = 8_192;

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient inClear;
    private final Duration inAll;
    private final ScheduledExecutorService watch =
            new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory());

    @Autowired
    CheckedHttp(AddressPolicy policy) {
        this(policy, SystemDefaultDnsResolver.INSTANCE, IN_ALL);
    }

    /** @param inAll how long a request and its answer may take together */
    CheckedHttp(AddressPolicy policy, DnsResolver names, Duration inAll) {
        this.inAll = inAll;
        encrypted = client(new Checked(names, policy::mayReach));
        inClear = client(new Checked(names, policy::mayReachInClear));
    }

    record Answer(int status, String body) {}

    /** @throws IOException when it cannot be reached, may not be reached, or takes too long */
    Answer post(URI target, ContentType type, byte[] body, Map<String, String> headers) throws IOException {
        var request = new HttpPost(target);
        request.setEntity(new ByteArrayEntity(body, type));
        headers.forEach(request::setHeader);
        var client = "https".equalsIgnoreCase(target.getScheme()) ? encrypted : inClear;
        var end = watch.schedule(request::cancel, inAll.toMillis(), TimeUnit.MILLISECONDS);
        ClassicHttpResponse response = null;
        try {
            response = client.executeOpen(null, request, null);
            return new Answer(response.getCode(), beginningOf(response));
        } finally {
            end.cancel(false);
            // Closing alone would read an answer without end to its end.
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static String beginningOf(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        return entity == null ? "" : new String(entity.getContent().readNBytes(ANSWER_BYTES), StandardCharsets.UTF_8);
    }

    private static CloseableHttpClient client(DnsResolver addresses) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(STEP)
                                .setSocketTimeout(STEP)
                                .build())
                        .setMaxConnTotal(64)
                        .setMaxConnPerRoute(4)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(10))
                        .setConnectionRequestTimeout(STEP)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Gongkai/1")
                .build();
    }

    /** Gives only addresses that may be reached; one that may not spoils the name. */
    private record Checked(DnsResolver names, Predicate<InetAddress> mayReach) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = names.resolve(host);
            if (!Arrays.stream(addresses).allMatch(mayReach)) {
                throw new ForbiddenAddressException(host);
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return names.resolveCanonicalHostname(host);
        }
    }

    @Override
    public void destroy() throws IOException {
        watch.shutdownNow();
        encrypted.close();
        inClear.close();
    }
}
