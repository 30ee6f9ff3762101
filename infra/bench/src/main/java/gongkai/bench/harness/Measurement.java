package gongkai.bench.harness;

/**
 * What one contender did in one round of one case.
 *
 * @param perSecond commands
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param ownMicros of processor time in this process, for each command
 * @param postgresMicros of processor time in PostgreSQL, for each command
 * @param foreignCores that others kept busy meanwhile
 */
public record Measurement(
        String test,
        String contender,
        int round,
        int callers,
        double perSecond,
        double p50,
        double p99,
        double ownMicros,
        double postgresMicros,
        double foreignCores) {

    /** Above this, another's load spoils the comparison. */
    private static final double FOREIGN_LIMIT = 0.25;

    public boolean isDisturbed() {
        return foreignCores > FOREIGN_LIMIT;
    }

    public double cpuMicros() {
        return ownMicros + postgresMicros;
    }

    /** Where each command was so many. */
    public Measurement times(int many) {
        return new Measurement(
                test,
                contender,
                round,
                callers * many,
                perSecond * many,
                p50,
                p99,
                ownMicros / many,
                postgresMicros / many,
                foreignCores);
    }

    /** Milliseconds a command takes, by Little's law: how many are under way, divided by how many end in a second. */
    public double meanMillis() {
        return callers / perSecond * 1_000;
    }
}
