package gongkai.bench;

import gongkai.bench.contender.Contender;
import gongkai.bench.contender.Work;
import gongkai.bench.harness.Callers;
import gongkai.bench.harness.Measurement;
import gongkai.embedded.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What it takes to read streams back, short ones and long ones: a command that finds nothing to do, without a cache. */
record Loading(Settings settings, PostgresServer server, Report report, Random order) {

    private static final String PREFIX = "loading_";
    private static final List<Integer> LENGTHS = List.of(1, 10, 100, 1_000);
    private static final List<Integer> CALLERS = List.of(1, 8);
    private static final int MAKERS = 16;

    void measure() throws IOException {
        int bytes = settings.recordBytes().getFirst();
        var work = Work.ofRecords(bytes);
        // The cache makes them long in no time; who reads them back has none.
        try (var field = Field.paths(Discipline.CACHED, server, PREFIX, work)) {
            field.contenders().forEach(Loading::makeStreams);
        }
        var housekeeping = new Housekeeping(server);
        housekeeping.analyze();
        try (var field = Field.paths(Discipline.UNCACHED, server, PREFIX, work)) {
            for (int length : LENGTHS) {
                var test = "Reading a stream of %,d events of %,d bytes".formatted(length, bytes);
                for (int callers : CALLERS) {
                    measure(test, field.contenders(), length, callers);
                }
            }
        }
        housekeeping.drop();
    }

    private void measure(String test, List<Contender> contenders, int length, int callers) throws IOException {
        var runs = new ArrayList<Measurement>();
        for (int round = 0; round <= settings.rounds(); round++) {
            var turn = new ArrayList<>(contenders);
            Collections.shuffle(turn, order);
            for (var it : turn) {
                var command = streams(length).walk(callers, it::load);
                var run = Callers.measure(test, it.name(), round, callers, settings.time(), server.pid(), command);
                // The first round is for the compilers.
                if (round > 0) {
                    runs.add(run);
                }
            }
        }
        report.add(test, callers, contenders.stream().map(Contender::name).toList(), runs);
    }

    /** Of each length ten thousand events, as far as that is a reasonable number of streams. */
    private static Streams streams(int length) {
        return new Streams(1_000_000L * length, Math.clamp(10_000 / length, MAKERS, 1_000));
    }

    private static void makeStreams(Contender contender) {
        for (int length : LENGTHS) {
            var streams = streams(length);
            streams.make(contender, MAKERS);
            streams.forEach(MAKERS, stream -> {
                for (int i = 1; i < length; i++) {
                    contender.change(stream);
                }
            });
            contender.forget();
        }
    }
}
