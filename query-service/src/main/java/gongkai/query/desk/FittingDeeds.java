package gongkai.query.desk;

import gongkai.http.access.Role;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be recorded about an obligation as it stands. */
final class FittingDeeds {

    private FittingDeeds() {}

    /** Of these, what is theirs to record who have one of the roles. */
    static List<Deed> of(ObligationItem it, Set<Role> roles) {
        return of(it).stream()
                .filter(deed -> deed.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    /** What the obligation can take now, the likeliest first. */
    static List<Deed> of(ObligationItem it) {
        var kinds = it.evidence().stream()
                .filter(Evidence::counts)
                .map(Evidence::kind)
                .toList();
        var supervision = it.supervision();
        return Stream.of(
                        Optional.of(Deed.PUBLICATION),
                        when(kinds.contains(Evidence.Kind.PUBLICATION), Deed.INTERPRETATION),
                        Optional.of(Deed.CASE),
                        when(kinds.contains(Evidence.Kind.CASE), Deed.RESPONSE),
                        when(supervision.acknowledgedAt().isEmpty(), Deed.ACKNOWLEDGEMENT),
                        when(kinds.stream().anyMatch(one -> one != Evidence.Kind.CASE), Deed.REVIEW),
                        when(supervision.closedAt().isEmpty(), Deed.CLOSURE),
                        Optional.of(Deed.EXTENSION),
                        Optional.of(Deed.WAIVER),
                        when(kinds.contains(Evidence.Kind.PUBLICATION), Deed.RETRACTION))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Deed> when(boolean fits, Deed deed) {
        return fits ? Optional.of(deed) : Optional.empty();
    }
}
