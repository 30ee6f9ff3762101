package gongkai.bench.harness;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * One contender against another, round by round.
 *
 * @param ratios of one's value to the other's in the same round, sorted
 * @param disturbed how many rounds other load spoilt
 * @param allDisturbed that there was no other round, so that they count nevertheless
 */
public record Comparison(List<Double> ratios, int disturbed, boolean allDisturbed) {

    /** Of rounds in which neither was disturbed; of all when there is none. */
    public static Comparison of(
            Collection<Measurement> one, Collection<Measurement> other, ToDoubleFunction<Measurement> value) {
        var undisturbed = ratios(one, other, value, false);
        var all = ratios(one, other, value, true);
        return new Comparison(
                undisturbed.isEmpty() ? all : undisturbed, all.size() - undisturbed.size(), undisturbed.isEmpty());
    }

    private static List<Double> ratios(
            Collection<Measurement> one,
            Collection<Measurement> other,
            ToDoubleFunction<Measurement> value,
            boolean disturbedToo) {
        return one.stream()
                .flatMap(mine -> other.stream()
                        .filter(it -> it.round() == mine.round())
                        .filter(it -> disturbedToo || !(it.isDisturbed() || mine.isDisturbed()))
                        .map(it -> value.applyAsDouble(mine) / value.applyAsDouble(it)))
                .sorted()
                .toList();
    }

    public double median() {
        return median(ratios.stream().mapToDouble(it -> it));
    }

    public static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Median and spread: {@code 5.71 (5.40–5.93)}; a star when every round was disturbed. */
    @Override
    public String toString() {
        return "%.2f (%.2f–%.2f)%s".formatted(median(), ratios.getFirst(), ratios.getLast(), allDisturbed ? "*" : "");
    }
}
