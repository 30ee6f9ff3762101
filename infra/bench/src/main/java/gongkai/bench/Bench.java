package gongkai.bench;

import gongkai.bench.contender.Contender;
import gongkai.bench.contender.GongkaiEngine;
import gongkai.bench.contender.RawRows;
import gongkai.bench.harness.Callers;
import gongkai.bench.harness.Measurement;
import gongkai.embedded.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.springframework.util.FileSystemUtils;

/** Lets all contenders do the same work in rounds, one after the other in an order that changes, and reports. */
public final class Bench {

    /** After a change of the number of callers. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final int WARM_UP_CALLERS = 256;

    /** Who make the streams of a run, before its time begins. */
    private static final int MAKERS = 64;

    private final Settings settings;
    private final PostgresServer server;
    private final Housekeeping housekeeping;
    private final Report report;
    private final Random order;
    private final AtomicLong lastStream = new AtomicLong();

    private Bench(Settings settings, PostgresServer server) {
        this.settings = settings;
        this.server = server;
        this.housekeeping = new Housekeeping(server);
        this.report = new Report(settings, housekeeping.version());
        this.order = new Random(settings.seed());
    }

    public static void main(String[] arguments) throws IOException {
        var settings = Settings.fromEnvironment();
        Files.createDirectories(settings.directory());
        var directory = Files.createTempDirectory(settings.directory(), "postgres");
        try (var server = PostgresServer.start(directory)) {
            new Bench(settings, server).run();
        } finally {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private void run() throws IOException {
        housekeeping.noVacuum();
        contests();
        if (settings.measuresLoading()) {
            new Loading(settings, server, report, order).measure();
        }
        if (!settings.ledgerSizes().isEmpty()) {
            new Growth(settings, server, report, order).measure();
        }
    }

    private void contests() throws IOException {
        for (var discipline : settings.disciplines()) {
            for (int bytes : settings.recordBytes()) {
                try (var field = Field.of(discipline, bytes, server).only(settings.only())) {
                    measure(discipline, bytes, field);
                }
                housekeeping.drop();
            }
        }
    }

    private void measure(Discipline discipline, int bytes, Field field) throws IOException {
        var test = "%s, %,d bytes".formatted(discipline.title, bytes);
        field.contenders().forEach(it -> measure(test, it, discipline, 0, WARM_UP_CALLERS, settings.warmUp()));
        housekeeping.analyze();
        for (int callers : settings.callers()) {
            field.contenders().forEach(it -> measure(test, it, discipline, 0, callers, SHORT));
            var measurements = new ArrayList<Measurement>();
            for (int round = 1; round <= settings.rounds(); round++) {
                var turn = new ArrayList<>(field.contenders());
                Collections.shuffle(turn, order);
                for (var contender : turn) {
                    measurements.add(measure(test, contender, discipline, round, callers, settings.time()));
                }
            }
            report.add(
                    test,
                    callers,
                    field.contenders().stream().map(Contender::name).toList(),
                    measurements);
        }
        if (field.contenders().getFirst() instanceof GongkaiEngine ours) {
            report.audited(AuditRun.of(ours));
        }
    }

    private Measurement measure(
            String test, Contender contender, Discipline discipline, int round, int callers, Duration time) {
        boolean bulk = contender instanceof RawRows raw && raw.isBulk();
        IntConsumer command = discipline.onExisting
                ? onNewStreams(contender, callers)
                : _ -> contender.create(Streams.name(lastStream.getAndIncrement()));
        housekeeping.settle();
        // The limit is one caller with many rows, however many callers the others have.
        var measured = Callers.measure(test, contender.name(), round, bulk ? 1 : callers, time, server.pid(), command);
        var result = bulk ? measured.times(Field.ROWS) : measured;
        System.out.println(result);
        return result;
    }

    private IntConsumer onNewStreams(Contender contender, int callers) {
        var streams = new Streams(lastStream.getAndAdd(Field.STREAMS), Field.STREAMS);
        contender.forget();
        streams.make(contender, MAKERS);
        return streams.walk(callers, contender::change);
    }
}
