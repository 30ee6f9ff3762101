package gongkai.query.export;

import gongkai.event.Role;
import gongkai.query.obligation.Evidence;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.office.OfficeCell;
import gongkai.query.office.OfficeCell.Line;
import gongkai.query.wording.Wording;
import gongkai.status.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a row stands, in the four columns beside it. Units that share a row share its cells: each value is followed by the
 * units that it holds for, or by how many when it holds for all, the most urgent first.
 */
record RowStatus(List<Owed> owed, Wording wording) {

    /** What one unit owes under the row. */
    record Owed(ObligationItem item, int workingDaysLate) {

        private Optional<LocalDate> doneOn() {
            var done = item.status() == Status.FULFILLED || item.status() == Status.FULFILLED_LATE;
            return item.occurrences().stream()
                    .flatMap(it -> it.fulfilledAt().stream())
                    .map(it -> it.toLocalDate())
                    .max(Comparator.naturalOrder())
                    .filter(_ -> done);
        }
    }

    List<OfficeCell> cells() {
        return List.of(
                owed.isEmpty()
                        ? OfficeCell.of(wording.of(Status.UNCLEAR) + "（尚无责任单位）")
                        : grouped(it -> Optional.of(it.item().status()), wording::of),
                grouped(Owed::doneOn, LocalDate::toString),
                grouped(it -> Optional.of(it.workingDaysLate()).filter(days -> days > 0), String::valueOf),
                evidence());
    }

    private <V extends Comparable<? super V>> OfficeCell grouped(
            Function<Owed, Optional<V>> value, Function<V, String> shown) {
        Map<V, List<Owed>> groups = new TreeMap<>();
        owed.forEach(it -> value.apply(it).ifPresent(v -> groups.merge(v, List.of(it), RowStatus::joined)));
        return new OfficeCell(
                groups.entrySet().stream()
                        .map(it -> new Line(shown.apply(it.getKey()) + unitsOf(it.getValue())))
                        .toList(),
                false);
    }

    private static List<Owed> joined(List<Owed> some, List<Owed> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private String unitsOf(List<Owed> some) {
        if (owed.size() == 1) {
            return "";
        }
        return some.size() == owed.size()
                ? "：全部%d个单位".formatted(owed.size())
                : some.stream().map(this::nameOf).collect(Collectors.joining("、", "：", ""));
    }

    private String nameOf(Owed it) {
        var role = it.item().role();
        return it.item().unitName() + (role == Role.LEAD ? "" : "（" + wording.of(role) + "）");
    }

    private OfficeCell evidence() {
        return new OfficeCell(
                owed.stream()
                        .flatMap(it -> it.item().evidence().stream()
                                .filter(Evidence::counts)
                                .filter(each -> each.url().isPresent())
                                .map(each -> line(it, each)))
                        .toList(),
                false);
    }

    private Line line(Owed it, Evidence evidence) {
        return new Line(
                (owed.size() == 1 ? "" : nameOf(it) + "：")
                        + "%s（%s）%s"
                                .formatted(
                                        evidence.title(),
                                        evidence.at().toLocalDate(),
                                        evidence.url().map(Object::toString).orElse("")),
                evidence.url());
    }
}
