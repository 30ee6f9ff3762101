package gongkai.bench;

import gongkai.bench.harness.Comparison;
import gongkai.bench.harness.Measurement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was aimed at, and whether the medians reach it. */
record Aims(List<Outcome> outcomes) {

    private static final String OURS = "Gongkai";
    private static final List<String> STOCK = List.of("stock Axon JDBC", "stock Axon JPA");

    /** One aim for one case. */
    record Aim(String what, String measured, boolean met) {

        @Override
        public String toString() {
            return "| %s | %s | %s |%n".formatted(what, measured, met ? "met" : "**MISSED**");
        }
    }

    List<Aim> all() {
        return Stream.of(
                        speed(Discipline.NEW, 256, 6),
                        speed(Discipline.CACHED, 256, 6),
                        speed(Discipline.UNCACHED, 256, 2.5),
                        paths().flatMap(it -> Stream.of(1, 8).flatMap(callers -> speed(it, callers, 1))),
                        paths().flatMap(this::processor),
                        engine("raw multi-row", 0.75),
                        engine("Pekko JDBC", 2),
                        growth(Growth.ORDERED, 1.2),
                        growth(Growth.SCATTERED, 1.8),
                        paths().flatMap(this::patience))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<Discipline> paths() {
        return Stream.of(Discipline.NEW, Discipline.CACHED, Discipline.UNCACHED);
    }

    private Stream<Aim> speed(Discipline discipline, int callers, double times) {
        return of(discipline.title, callers)
                .flatMap(it -> STOCK.stream()
                        .filter(it::has)
                        .map(stock -> atLeast(
                                "%s, %d callers: at least %.1f times %s".formatted(it.test(), callers, times, stock),
                                Comparison.of(it.of(OURS), it.of(stock), Measurement::perSecond),
                                times)));
    }

    private Stream<Aim> processor(Discipline discipline) {
        return of(discipline.title, 256)
                .flatMap(it -> STOCK.stream()
                        .filter(it::has)
                        .map(stock -> atLeast(
                                "%s, 256 callers: at most a sixth of the CPU of %s".formatted(it.test(), stock),
                                Comparison.of(it.of(stock), it.of(OURS), Measurement::cpuMicros),
                                6)));
    }

    private Stream<Aim> engine(String rival, double times) {
        return of(Discipline.ENGINE.title, 1_024)
                .filter(it -> it.has(rival))
                .map(it -> atLeast(
                        "%s, 1,024 callers: at least %.2f times %s".formatted(it.test(), times, rival),
                        Comparison.of(it.of("Gongkai engine"), it.of(rival), Measurement::perSecond),
                        times));
    }

    private Stream<Aim> growth(String test, double times) {
        return of(test, 64).filter(it -> it.has(Growth.name(10 * Growth.NORM))).map(it -> {
            var cost = Comparison.of(
                    it.of(Growth.name(Growth.NORM)), it.of(Growth.name(10 * Growth.NORM)), Measurement::perSecond);
            return new Aim(
                    "%s: an append at ten million rows takes at most %.1f times one at a million"
                            .formatted(test, times),
                    cost.toString(),
                    cost.median() <= times);
        });
    }

    private Stream<Aim> patience(Discipline discipline) {
        return of(discipline.title, 64).map(it -> {
            double p99 = it.median(OURS, Measurement::p99);
            return new Aim("%s, 64 callers: p99 under 20 ms".formatted(it.test()), "%.1f ms".formatted(p99), p99 < 20);
        });
    }

    private Stream<Outcome> of(String title, int callers) {
        return outcomes.stream().filter(it -> it.test().startsWith(title) && it.callers() == callers);
    }

    private static Aim atLeast(String what, Comparison comparison, double times) {
        return new Aim(what, comparison.toString(), comparison.median() >= times);
    }
}
