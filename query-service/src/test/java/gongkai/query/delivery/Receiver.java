package gongkai.query.delivery;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is posted, and answers as it is told; 200 with {@code errcode} 0 when it is told nothing. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile Reply otherwise = new Reply(200, "{\"errcode\":0,\"errmsg\":\"ok\"}");

    record Posted(String path, @Nullable String id, JsonNode body) {}

    record Reply(int status, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", it -> {
            posted.add(new Posted(
                    it.getRequestURI().toString(),
                    it.getRequestHeaders().getFirst("webhook-id"),
                    JsonMapper.shared().readTree(it.getRequestBody().readAllBytes())));
            var reply = replies.poll();
            var answer = reply == null ? otherwise : reply;
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            it.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            it.getResponseBody().write(bytes);
            it.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void willAnswer(int status, String body) {
        replies.add(new Reply(status, body));
    }

    void willAlwaysAnswer(int status) {
        otherwise = new Reply(status, "");
    }

    List<Posted> posted() {
        return posted;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
