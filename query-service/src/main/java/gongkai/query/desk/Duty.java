package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.obligation.ObligationItem;
import gongkai.status.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a unit has to do now, the most pressing first. */
public record Duty(ObligationItem obligation, Deed next) {

    private static final Set<Status> PRESSING = Set.of(Status.OVERDUE, Status.DUE_SOON, Status.ONGOING_SILENT);

    /** How far one looks ahead, in days. */
    private static final int AHEAD = 30;

    static List<Duty> of(List<ObligationItem> owed, AnsweredAsOf asOf) {
        var horizon = asOf.at().toLocalDate().plusDays(AHEAD);
        return owed.stream()
                .filter(it -> PRESSING.contains(it.status())
                        || (isOpen(it.status())
                                && it.dueOn()
                                        .filter(due -> !due.isAfter(horizon))
                                        .isPresent()))
                .sorted(Comparator.comparing(ObligationItem::status)
                        .thenComparing(it -> it.dueOn().orElse(LocalDate.MAX))
                        .thenComparing(ObligationItem::id))
                .map(it -> new Duty(it, likeliest(it)))
                .toList();
    }

    private static boolean isOpen(Status status) {
        return status == Status.IN_PROGRESS || status == Status.NOT_STARTED;
    }

    /** A case that waits is answered; everything else is published. */
    private static Deed likeliest(ObligationItem it) {
        return Optional.of(it)
                .filter(one -> FittingDeeds.of(one).contains(Deed.RESPONSE))
                .filter(one -> one.occurrences().stream()
                        .anyMatch(due -> due.id().matches(".*-C\\d+") && due.evidence() < due.quota()))
                .map(_ -> Deed.RESPONSE)
                .orElse(Deed.PUBLICATION);
    }
}
