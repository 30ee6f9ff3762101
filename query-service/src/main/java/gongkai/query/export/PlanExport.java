package gongkai.query.export;

import gongkai.event.TableColumn;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.breach.BreachItem;
import gongkai.query.breach.Breaches;
import gongkai.query.export.RowStatus.Owed;
import gongkai.query.obligation.ObligationItem;
import gongkai.query.obligation.Obligations;
import gongkai.query.office.OfficeCell;
import gongkai.query.office.OfficeDocument;
import gongkai.query.office.OfficeTable;
import gongkai.query.office.OfficeTable.Column;
import gongkai.query.office.OfficeTable.Row;
import gongkai.query.wording.Wording;
import gongkai.status.PlanFacts;
import gongkai.status.PlanTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out a plan as its document did, row by row, with how each row stands. */
@Component
class PlanExport {

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 4),
            new Column("公开目录", 8),
            new Column("分类", 8),
            new Column("公开内容", 21),
            new Column("责任单位", 11),
            new Column("完成时限", 7),
            new Column("状态", 14),
            new Column("完成日期", 9),
            new Column("逾期（工作日）", 10),
            new Column("证据", 13));

    private final Obligations obligations;
    private final Breaches breaches;
    private final Wording wording;

    PlanExport(Obligations obligations, Breaches breaches, Wording wording) {
        this.obligations = obligations;
        this.breaches = breaches;
        this.wording = wording;
    }

    OfficeDocument of(String jurisdiction, PlanFacts plan, AnsweredAsOf asOf) {
        var late = breaches.find(jurisdiction, null, null, asOf).stream()
                .collect(Collectors.groupingBy(BreachItem::obligation));
        var owed = obligations.find(jurisdiction, null, asOf).stream()
                .filter(it -> !it.facts().at(asOf.asOf()).isWithdrawn())
                .map(it -> ObligationItem.of(it.facts(), it.rule(), asOf.asOf()))
                .map(it -> new Owed(it, daysLate(late.getOrDefault(it.id(), List.of()))))
                .collect(Collectors.groupingBy(it -> it.item().task()));
        return new OfficeDocument(
                plan.title(),
                List.of(new OfficeTable(Optional.empty(), COLUMNS, rows(plan, owed))),
                "说明：截至%s，账位%d；状态由台账推算，可逐条核对。".formatted(wording.moment(asOf.at()), asOf.position()),
                asOf.at().toInstant());
    }

    /** Of what is still late, else of what was. */
    private static int daysLate(List<BreachItem> breaches) {
        var open = breaches.stream().filter(BreachItem::open).toList();
        return (open.isEmpty() ? breaches : open)
                .stream().mapToInt(BreachItem::workingDaysLate).max().orElse(0);
    }

    private List<Row> rows(PlanFacts plan, Map<String, List<Owed>> owed) {
        List<Row> rows = new ArrayList<>();
        PlanTask above = null;
        for (var task : plan.tasks().stream()
                .sorted(Comparator.comparingInt(PlanTask::row))
                .toList()) {
            if (task.text().section().isPresent()
                    && (above == null
                            || !task.text().section().equals(above.text().section()))) {
                rows.add(new Row.Section(task.text().section().get()));
            }
            rows.add(row(task, above, owed.getOrDefault(task.id(), List.of())));
            above = task;
        }
        return rows;
    }

    private Row row(PlanTask task, @Nullable PlanTask above, List<Owed> owed) {
        var cells = Stream.of(TableColumn.values())
                .map(it -> OfficeCell.of(MergedCells.textOf(it, task), MergedCells.continues(it, task, above)));
        return new Row.Cells(
                Stream.of(Stream.of(OfficeCell.of(task.row())), cells, new RowStatus(owed, wording).cells().stream())
                        .flatMap(it -> it)
                        .toList());
    }
}
