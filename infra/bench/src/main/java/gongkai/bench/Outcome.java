package gongkai.bench;

import gongkai.bench.harness.Comparison;
import gongkai.bench.harness.Measurement;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one case.
 *
 * @param contenders the first is the one that the others are compared with
 */
record Outcome(String test, int callers, List<String> contenders, List<Measurement> runs) {

    boolean has(String contender) {
        return contenders.contains(contender);
    }

    List<Measurement> of(String contender) {
        return runs.stream().filter(it -> it.contender().equals(contender)).toList();
    }

    /** Of undisturbed runs; of all when there is none. */
    double median(String contender, ToDoubleFunction<Measurement> value) {
        var all = of(contender);
        var undisturbed = all.stream().filter(it -> !it.isDisturbed()).toList();
        return Comparison.median(
                (undisturbed.isEmpty() ? all : undisturbed).stream().mapToDouble(value));
    }

    long disturbed(String contender) {
        return of(contender).stream().filter(Measurement::isDisturbed).count();
    }
}
