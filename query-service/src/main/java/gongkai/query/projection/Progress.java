package gongkai.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a rebuild is.
 *
 * @param done records applied so far
 * @param total records to apply, as far as is known now
 * @param took how long it has been running, or ran
 * @param error why it ended without effect
 */
public record Progress(State state, long done, long total, Instant startedAt, Duration took, Optional<String> error) {

    /** Until the rebuilt tables have taken the place of the others it is running. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** By the speed so far. */
    public Optional<Duration> left() {
        return state != State.RUNNING || done == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(took.toMillis() * (total - done) / done));
    }

    /** {@code rebuilt 400,000 of 1,200,000 · 41 s left}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "rebuilt %,d of %,d", done, total)
                + left().map(it -> " · " + it.plusMillis(999).toSeconds() + " s left")
                        .orElse("");
    }
}
