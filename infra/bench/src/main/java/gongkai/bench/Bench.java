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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/** Lets all contenders do the same work in rounds, one after the other in an order that changes, and reports. */
public final class Bench {

    /** After a change of the number of callers. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final int WARM_UP_CALLERS = 256;

    private final Settings settings;
    private final PostgresServer server;
    private final Report report;
    private final Random order;
    private final AtomicLong lastStream = new AtomicLong();

    private Bench(Settings settings, PostgresServer server) {
        this.settings = settings;
        this.server = server;
        this.report = new Report(settings);
        this.order = new Random(settings.seed());
    }

    public static void main(String[] arguments) throws IOException {
        var settings = Settings.fromEnvironment();
        Files.createDirectories(settings.directory());
        var directory = Files.createTempDirectory(settings.directory(), "postgres");
        try (var server = PostgresServer.start(directory)) {
            new Bench(settings, server).run();
        }
    }

    private void run() throws IOException {
        for (var discipline : settings.disciplines()) {
            for (int bytes : settings.recordBytes()) {
                try (var field = Field.of(discipline, bytes, server).only(settings.only())) {
                    measure(discipline, bytes, field);
                }
            }
        }
    }

    private void measure(Discipline discipline, int bytes, Field field) throws IOException {
        if (discipline.onExisting) {
            field.contenders().forEach(Bench::makeStreams);
        }
        var test = "%s, %,d bytes".formatted(discipline.title, bytes);
        field.contenders().forEach(it -> measure(test, it, discipline, 0, WARM_UP_CALLERS, settings.warmUp()));
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
                ? _ -> contender.change(stream(ThreadLocalRandom.current().nextInt(Field.STREAMS)))
                : _ -> contender.create(stream(Field.STREAMS + lastStream.getAndIncrement()));
        // The limit is one caller with many rows, however many callers the others have.
        var measured = Callers.measure(test, contender.name(), round, bulk ? 1 : callers, time, server.pid(), command);
        var result = bulk ? measured.times(Field.ROWS) : measured;
        System.out.println(result);
        return result;
    }

    private static void makeStreams(Contender contender) {
        var next = new AtomicLong();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 64; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (long n = next.getAndIncrement(); n < Field.STREAMS; n = next.getAndIncrement()) {
                    contender.create(stream(n));
                }
            }));
        }
        for (var it : threads) {
            try {
                it.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As ids of obligations are: readable, and in the order of their making. */
    static String stream(long number) {
        return "610926-2019-%010d-D01".formatted(number);
    }
}
