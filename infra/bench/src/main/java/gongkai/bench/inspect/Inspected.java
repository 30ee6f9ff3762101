package gongkai.bench.inspect;

import gongkai.bench.stream.ReadSide;
import gongkai.embedded.PostgresServer;
import gongkai.query.projection.Message;
import gongkai.query.projection.Projector;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.testing.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The query service with the counties in it, asked over HTTP as anybody asks it. */
final class Inspected implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final ReadSide service;
    private final LedgerService ledger;
    private final RecordCodec codec = new RecordCodec();
    private final List<Message> pending = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String bearer = "Bearer " + TestIssuer.shared().token("bench");
    private long bytes;

    Inspected(PostgresServer postgres, LedgerService ledger) {
        this.service = ReadSide.on(postgres, "--gongkai.command-url=" + ledger.url());
        this.ledger = ledger;
    }

    void take(EventRecord record) {
        var encoded = codec.encode(record);
        bytes += encoded.length;
        ledger.take(record.ledger(), encoded);
        pending.add(new Message(
                "gongkai.events", Integer.parseInt(record.ledger()) % 12, record.leaf(), record.ledger(), encoded));
        if (pending.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (!pending.isEmpty()) {
            service.bean(Projector.class).apply(pending);
            pending.clear();
        }
    }

    /** As a database stands some time after a load. */
    void settle() {
        service.bean(JdbcTemplate.class).execute("VACUUM (ANALYZE) record");
    }

    long bytes() {
        return bytes;
    }

    /** The body, and how long it took to come. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(byte[] body, Duration took) {}

    Answer get(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(service.url() + path))
                        .header("Authorization", bearer)
                        .build(),
                BodyHandlers.ofByteArray());
        var took = Duration.ofNanos(System.nanoTime() - begin);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return new Answer(answer.body(), took);
    }

    @Override
    public void close() {
        service.close();
    }
}
