package gongkai.query;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The command service's API as far as the query side reads it: records by leaf, and keys. */
public final class LedgerStub implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/api/ledgers/(\\d+)/(records|vkeys)");

    private final Function<String, List<SeededLog.Entry>> log;
    private final HttpServer server;
    private final AtomicInteger served = new AtomicInteger();
    private volatile boolean away;
    private volatile List<String> keys = List.of();

    public LedgerStub(SeededLog log) throws IOException {
        this(log::of);
    }

    /** @param log a ledger's records by its code */
    public LedgerStub(Function<String, List<SeededLog.Entry>> log) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String setting() {
        return "--gongkai.command-url=http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void away(boolean away) {
        this.away = away;
    }

    public void keys(String... keys) {
        this.keys = List.of(keys);
    }

    /** How many requests for records were answered. */
    public int served() {
        return served.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            if (away || !path.matches()) {
                exchange.sendResponseHeaders(away ? 503 : 404, -1);
                return;
            }
            var body = path.group(2).equals("vkeys")
                    ? String.join("\n", keys).getBytes(StandardCharsets.UTF_8)
                    : records(exchange, path.group(1));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private byte[] records(HttpExchange exchange, String ledger) {
        served.incrementAndGet();
        var query =
                UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        long from = number(query.getFirst("from"));
        long limit = number(query.getFirst("limit"));
        var body = new ByteArrayOutputStream();
        body.write('[');
        var page = log.apply(ledger).stream()
                .filter(it -> it.leaf() >= from)
                .limit(limit)
                .toList();
        for (var it : page) {
            body.writeBytes(body.size() == 1 ? new byte[0] : new byte[] {',', '\n'});
            body.writeBytes(it.bytes());
        }
        body.write(']');
        return body.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
