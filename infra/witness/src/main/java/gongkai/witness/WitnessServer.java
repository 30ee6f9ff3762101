package gongkai.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gongkai.witness.Answer.Conflict;
import gongkai.witness.Answer.Cosigned;
import gongkai.witness.Answer.Refused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** Speaks C2SP tlog-witness: {@code POST /add-checkpoint}. */
public final class WitnessServer implements AutoCloseable {

    private static final String PATH = "/add-checkpoint";

    /** The longest proof takes 3 KiB; a checkpoint may have many signatures. */
    private static final int LARGEST_REQUEST = 64 << 10;

    private final Witness witness;
    private final HttpServer server;

    /** @throws IOException when the address is taken, or none of this machine's */
    public WitnessServer(InetSocketAddress address, Witness witness) throws IOException {
        this.witness = witness;
        server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What requests go to, without {@code /add-checkpoint}. */
    public String address() {
        return "http://%s:%d"
                .formatted(
                        server.getAddress().getHostString(), server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                send(exchange, 404, "Only " + PATH + " is here.\n");
            } else if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                send(exchange, 405, "POST a checkpoint.\n");
            } else {
                answerRequest(exchange);
            }
        }
    }

    private void answerRequest(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            send(exchange, 413, "More than %d bytes are no checkpoint.\n".formatted(LARGEST_REQUEST));
            return;
        }
        try {
            var answer = witness.answer(new String(body, StandardCharsets.UTF_8));
            tell(exchange, answer);
            send(exchange, answer);
        } catch (IOException e) {
            System.err.println("Nothing is cosigned: " + e);
            send(exchange, 500, "What was cosigned cannot be kept or read; the witness's operator has to look.\n");
        }
    }

    /** Who runs the witness sees each refusal that may be a ledger's fault. */
    private static void tell(HttpExchange exchange, Answer answer) {
        if (answer instanceof Refused it) {
            System.err.printf("%s: %s%n", exchange.getRemoteAddress().getHostString(), it.what());
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        switch (answer) {
            case Cosigned it -> send(exchange, 200, it.line());
            case Conflict it -> {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                send(exchange, 409, it.size() + "\n");
            }
            case Refused it -> send(exchange, it.reason().status(), it.what() + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.putIfAbsent("Content-Type", List.of("text/plain; charset=utf-8"));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
