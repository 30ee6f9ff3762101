package gongkai.bench.inspect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gongkai.proof.Checkpoint;
import gongkai.proof.CompactRange;
import gongkai.proof.Hash;
import gongkai.proof.NoteSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** What only the ledger's service has, for bundles: signed checkpoints, keys, and the source document. */
final class LedgerService implements AutoCloseable {

    static final byte[] DOCUMENT = "平利县政务公开工作任务分解表".getBytes(StandardCharsets.UTF_8);

    private final KeyPair key;
    private final Map<String, List<Hash>> leaves = new HashMap<>();
    private final HttpServer server;

    LedgerService(KeyPair key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/ledgers/", this::ledger);
        server.createContext("/api/documents/", exchange -> answer(exchange, DOCUMENT));
        server.start();
    }

    void take(String ledger, byte[] record) {
        leaves.computeIfAbsent(ledger, _ -> new ArrayList<>()).add(Hash.ofLeaf(record));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void ledger(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var ledger = uri.getPath().split("/", -1)[3];
        var signer = new NoteSigner("gongkai/" + ledger, key);
        if (uri.getPath().endsWith("/vkeys")) {
            answer(exchange, (signer.verifierKey() + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (uri.getPath().endsWith("/witnesses")) {
            answer(exchange, new byte[0]);
            return;
        }
        int size = Integer.parseInt(String.valueOf(uri.getQuery()).substring("size=".length()));
        var tree = CompactRange.EMPTY;
        for (var it : leaves.getOrDefault(ledger, List.of()).subList(0, size)) {
            tree = tree.plus(it);
        }
        var checkpoint = new Checkpoint("gongkai/" + ledger, size, tree.root());
        answer(exchange, NoteSigner.sign(checkpoint.body(), List.of(signer)).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
