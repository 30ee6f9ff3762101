package gongkai.status;

import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Rule;
import gongkai.status.Standing.AcceptedCase;
import gongkai.time.ChinaTime;
import gongkai.time.DueDate;
import gongkai.time.TimeLimit.AfterTrigger;
import gongkai.time.TimeLimit.FixedDate;
import gongkai.time.TimeLimit.Lasting;
import gongkai.time.TimeLimit.Ongoing;
import gongkai.time.TimeLimit.Recurring;
import gongkai.time.TimeLimit.Unclear;
import gongkai.time.TimeLimit.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which due instances the adopted rules have at a moment, and which evidence counts for each. */
final class Occurrences {

    private final Standing standing;
    private final List<Evidence> evidence;

    /** By the due instance that it was made for, once that is asked; without one it counts as it falls. */
    private final Map<Optional<String>, List<Evidence>> madeFor = new HashMap<>();

    private final Set<String> ids = new HashSet<>();

    private Occurrences(Standing standing) {
        this.standing = standing;
        this.evidence = standing.evidence().toList();
    }

    /** Of all adopted rules, in their order. */
    static List<Occurrence> of(Standing standing) {
        var occurrences = new Occurrences(standing);
        return standing.isReleased()
                ? List.of()
                : IntStream.range(0, standing.rules().size())
                        .filter(rule -> standing.rules().get(rule).adopted())
                        .boxed()
                        .flatMap(occurrences::ofRule)
                        .toList();
    }

    private Stream<Occurrence> ofRule(int number) {
        Rule rule = standing.rules().get(number);
        var requirement = rule.requirement();
        return switch (rule.timeLimit()) {
            case FixedDate limit ->
                Stream.of(once(
                        number,
                        upTo(number, limit, requirement),
                        Instant.MIN,
                        DueDate.on(limit.dueOn(), false),
                        evidence.stream()));
            case Window limit ->
                limit.to().stream().map(to -> {
                    var opens = limit.from().map(ChinaTime::startOf).orElse(Instant.MIN);
                    return once(
                            number,
                            requirement,
                            opens,
                            DueDate.on(to, false),
                            evidence.stream().filter(it -> !it.at().isBefore(opens)));
                });
            case Recurring limit ->
                Periods.of(limit, standing.assigned()).stream().map(it -> periodic(number, requirement, it));
            case AfterTrigger limit ->
                standing.cases()
                        .filter(it -> it.fact().trigger().isEmpty()
                                || it.fact().trigger().get().equals(limit.trigger()))
                        .flatMap(it -> triggered(number, requirement, it));
            case Lasting _, Ongoing _, Unclear _ -> Stream.empty();
        };
    }

    /** Of several days for the same kind of thing (“4月底前；10月底前”) each takes its own evidence beside the earlier ones'. */
    private Requirement upTo(int number, FixedDate limit, Requirement requirement) {
        int quota = IntStream.range(0, standing.rules().size())
                .filter(other -> other == number || isDueBefore(other, number, limit, requirement))
                .map(other -> standing.rules().get(other).requirement().quota())
                .sum();
        return new Requirement(requirement.kind(), quota, requirement.forms());
    }

    private boolean isDueBefore(int other, int number, FixedDate limit, Requirement requirement) {
        var rule = standing.rules().get(other);
        return rule.adopted()
                && rule.requirement().kind() == requirement.kind()
                && rule.timeLimit() instanceof FixedDate earlier
                && (earlier.dueOn().isBefore(limit.dueOn())
                        || (earlier.dueOn().equals(limit.dueOn()) && other < number));
    }

    private Occurrence once(int rule, Requirement requirement, Instant opens, DueDate due, Stream<Evidence> made) {
        return occurrence(Occurrence.ONCE, rule, requirement, opens, due, made, false);
    }

    private Occurrence periodic(int rule, Requirement requirement, Periods.Instance period) {
        var begins = ChinaTime.startOf(period.first());
        var ends = ChinaTime.startOf(period.last().plusDays(1));
        return occurrence(
                period.id(),
                rule,
                requirement,
                begins,
                DueDate.on(period.dueOn(), false),
                Stream.concat(
                        madeFor(Optional.of(period.id())),
                        madeFor(Optional.empty())
                                .filter(it ->
                                        !it.at().isBefore(begins) && it.at().isBefore(ends))),
                false);
    }

    /** A case is answered by responses; what a trigger demands to be published also by publications made for it. */
    private Stream<Occurrence> triggered(int rule, Requirement requirement, AcceptedCase it) {
        return it.due().stream()
                .map(due -> occurrence(
                        it.id(), rule, requirement, it.fact().acceptedAt(), due, madeFor(Optional.of(it.id())), true));
    }

    private Stream<Evidence> madeFor(Optional<String> occurrence) {
        if (madeFor.isEmpty()) {
            evidence.forEach(it -> madeFor.computeIfAbsent(it.occurrence(), _ -> new ArrayList<>())
                    .add(it));
        }
        return madeFor.getOrDefault(occurrence, List.of()).stream();
    }

    private Occurrence occurrence(
            String name,
            int rule,
            Requirement requirement,
            Instant opens,
            DueDate due,
            Stream<Evidence> made,
            boolean triggered) {
        var id = ids.add(name) ? name : name + "#" + (rule + 1);
        var counting = made.filter(
                        it -> it.meets(requirement) || (triggered && isAnswerInPlaceOfPublication(it, requirement)))
                .map(Evidence::at)
                .sorted()
                .toList();
        return new Occurrence(
                id,
                rule,
                opens,
                due,
                standing.dueOf(id, due),
                triggered || !counting.isEmpty(),
                requirement.quota(),
                counting);
    }

    private static boolean isAnswerInPlaceOfPublication(Evidence it, Requirement requirement) {
        return requirement.kind() == RequirementKind.PUBLICATION && it.kind() == Evidence.Kind.RESPONSE;
    }
}
