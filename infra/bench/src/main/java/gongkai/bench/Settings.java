package gongkai.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long and how much; each by an environment variable {@code GONGKAI_BENCH_…}.
 *
 * @param only contenders whose names hold this text, beside ours
 * @param rounds in which each contender runs once
 * @param time of one run
 * @param warmUp of each contender in each discipline; compilers need it
 * @param seed of the order in which contenders run
 * @param ledgerSizes how far ledgers have grown on which appends are measured; none: not measured
 * @param directory of the databases, on the disk that is measured
 */
record Settings(
        List<Discipline> disciplines,
        List<Integer> recordBytes,
        List<Integer> callers,
        String only,
        int rounds,
        Duration time,
        Duration warmUp,
        long seed,
        List<Long> ledgerSizes,
        Path directory,
        Path results) {

    private static final String SIZES = "10000,100000,1000000";

    static Settings fromEnvironment() {
        return new Settings(
                listed("DISCIPLINES", "NEW,CACHED,UNCACHED,ENGINE").stream()
                        .map(Discipline::valueOf)
                        .toList(),
                listed("BYTES", "600,4000").stream().map(Integer::valueOf).toList(),
                listed("CALLERS", "1,8,64,256,1024").stream()
                        .map(Integer::valueOf)
                        .toList(),
                value("ONLY", ""),
                Integer.parseInt(value("ROUNDS", "5")),
                seconds(value("SECONDS", "3")),
                seconds(value("WARM_UP", "25")),
                Long.parseLong(value("SEED", Long.toString(System.nanoTime()))),
                listed("LEDGER_SIZES", isFull() ? SIZES + ",10000000" : SIZES).stream()
                        .map(Long::valueOf)
                        .toList(),
                Path.of(value("DIR", "infra/bench/target")).toAbsolutePath(),
                Path.of(value("RESULTS", "infra/bench/RESULTS.md")).toAbsolutePath());
    }

    /** Ten million rows, twice, take a quarter of an hour and 15 GB. */
    private static boolean isFull() {
        return Boolean.parseBoolean(value("FULL", "false"));
    }

    boolean measuresLoading() {
        return Boolean.parseBoolean(value("LOADING", "true"));
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis((long) (Double.parseDouble(text) * 1_000));
    }

    private static List<String> listed(String name, String otherwise) {
        return Arrays.stream(value(name, otherwise).split(",", -1))
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static String value(String name, String otherwise) {
        return Optional.ofNullable(System.getenv("GONGKAI_BENCH_" + name)).orElse(otherwise);
    }
}
