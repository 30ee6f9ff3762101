package gongkai.status;

import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two ends of an obligation's life, so far as it is known: before the first moment and from the last one on, a board
 * shows the same for ever. Most obligations of a county of many years are past their last one at any moment, or before their
 * first.
 */
public record Ends(Instant first, Look before, Instant last, Look after) {

    /** Longer before an end than any row of days off lets five working days take. */
    private static final Duration FAR_FROM_DUE = Duration.ofDays(40);

    private static final Duration MOMENT = Duration.ofNanos(1_000);

    /**
     * Empty where a limit lasts, which only the calendar can tell.
     *
     * @param facts all that was known
     */
    public static Optional<Ends> of(ObligationFacts facts, StatusRule rule) {
        var happened = facts.history().stream()
                .map(it -> it.fact().occurredAt())
                .sorted()
                .toList();
        long known = facts.history().getLast().position();
        var opening = Standing.of(facts, happened.getFirst().minus(MOMENT));
        var closing = Standing.of(facts, happened.getLast());
        if (Stream.of(opening, closing).anyMatch(Ends::lasts)) {
            return Optional.empty();
        }
        var first = first(opening, happened);
        var last = last(closing, happened);
        return Optional.of(new Ends(
                first,
                rule.lookAt(facts, new AsOf(first.minus(MOMENT), known)),
                last,
                rule.lookAt(facts, new AsOf(last, known))));
    }

    /** What is shown at the moment; empty in between. */
    public Optional<Look> at(Instant moment) {
        return moment.isBefore(first)
                ? Optional.of(before)
                : moment.isBefore(last) ? Optional.empty() : Optional.of(after);
    }

    private static boolean lasts(Standing standing) {
        return standing.rules().stream().anyMatch(it -> it.timeLimit() instanceof Lasting);
    }

    private static Instant first(Standing opening, List<Instant> happened) {
        List<Instant> moments = new ArrayList<>(List.of(happened.getFirst()));
        for (var it : Occurrences.of(opening)) {
            moments.add(it.due().passesAt().minus(FAR_FROM_DUE));
            Optional.of(it.opensAt())
                    .filter(opens -> opens.isAfter(Instant.MIN))
                    .ifPresent(moments::add);
        }
        return moments.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant last(Standing closing, List<Instant> happened) {
        List<Instant> moments = new ArrayList<>(List.of(happened.getLast()));
        for (var it : Occurrences.of(closing)) {
            moments.add(it.due().passesAt());
            moments.add(it.opensAt());
        }
        if (closing.rules().stream().anyMatch(it -> it.timeLimit() instanceof Ongoing)) {
            closing.evidence()
                    .map(it -> it.at().plus(StatusRule.SILENT_AFTER).plus(MOMENT))
                    .forEach(moments::add);
        }
        return moments.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
