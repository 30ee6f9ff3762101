package gongkai.bench;

import gongkai.bench.contender.Database;
import gongkai.bench.contender.GrownLedger;
import gongkai.bench.contender.Work;
import gongkai.bench.harness.Callers;
import gongkai.bench.harness.Measurement;
import gongkai.embedded.PostgresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What an append takes on ledgers of different sizes, side by side. */
record Growth(Settings settings, PostgresServer server, Report report, Random order) {

    static final String ORDERED = "Growing ledger, streams in order";
    static final String SCATTERED = "Growing ledger, streams in no order";

    /** What the others are compared with. */
    static final long NORM = 1_000_000;

    private static final int CALLERS = 64;

    void measure() throws IOException {
        measure(ORDERED, false);
        measure(SCATTERED, true);
    }

    private void measure(String test, boolean scattered) throws IOException {
        var ledgers = new ArrayList<GrownLedger>();
        try {
            var work = Work.ofRecords(settings.recordBytes().getFirst());
            for (long rows : settings.ledgerSizes()) {
                ledgers.add(GrownLedger.of(Database.create(server, "grown_" + rows), work, rows, scattered));
            }
            report.add(test, CALLERS, names(ledgers), rounds(test, ledgers));
        } finally {
            ledgers.forEach(GrownLedger::close);
            new Housekeeping(server).drop();
        }
    }

    private List<Measurement> rounds(String test, List<GrownLedger> ledgers) {
        var housekeeping = new Housekeeping(server);
        var runs = new ArrayList<Measurement>();
        for (int round = 0; round <= settings.rounds(); round++) {
            var turn = new ArrayList<>(ledgers);
            Collections.shuffle(turn, order);
            for (var it : turn) {
                housekeeping.settle();
                var run = Callers.measure(
                        test, name(it.rows()), round, CALLERS, settings.time(), server.pid(), _ -> it.append());
                System.out.println(run);
                // The first round is for the compilers, and for the pages that are read again and again.
                if (round > 0) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    /** The norm first. */
    private static List<String> names(List<GrownLedger> ledgers) {
        return ledgers.stream()
                .map(GrownLedger::rows)
                .sorted((a, b) -> Boolean.compare(b == NORM, a == NORM))
                .map(Growth::name)
                .toList();
    }

    static String name(long rows) {
        return "%,d rows".formatted(rows);
    }
}
