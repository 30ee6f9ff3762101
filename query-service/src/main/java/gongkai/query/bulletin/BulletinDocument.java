package gongkai.query.bulletin;

import gongkai.query.bulletin.Bulletin.Counted;
import gongkai.query.bulletin.Bulletin.PlaceItem;
import gongkai.query.bulletin.figure.Figure;
import gongkai.query.office.OfficeCell;
import gongkai.query.office.OfficeDocument;
import gongkai.query.office.OfficeTable;
import gongkai.query.office.OfficeTable.Column;
import gongkai.query.office.OfficeTable.Row;
import gongkai.query.wording.Wording;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bulletin as a document to be sent round. */
@Component
class BulletinDocument {

    private final Wording wording;

    BulletinDocument(Wording wording) {
        this.wording = wording;
    }

    OfficeDocument of(Bulletin it) {
        return new OfficeDocument(
                "%s%s政务公开工作通报".formatted(it.name(), wording.month(YearMonth.parse(it.month()))),
                Stream.of(
                                ranking("牵头单位排名", it.ranking().lead()),
                                ranking("配合单位排名", it.ranking().cooperating()),
                                slips(it),
                                units(it))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                remark(it),
                it.asOf().at().toInstant());
    }

    private static OfficeTable ranking(String heading, List<PlaceItem> places) {
        return table(
                heading,
                List.of("名次", "单位", "应办", "按期完成", "逾期后完成", "逾期未完成（自身原因）", "逾期未完成（当时待答）", "待答"),
                places,
                it -> List.of(
                        it.place(),
                        it.name(),
                        it.due(),
                        it.done(),
                        it.cured(),
                        it.ownLate(),
                        it.blockedLate(),
                        it.blocked()));
    }

    private OfficeTable slips(Bulletin bulletin) {
        return table(
                "督办单",
                List.of("等级", "单位", "责任事项", "期次", "截止", "逾期工作日"),
                bulletin.slips(),
                it -> List.of(
                        wording.of(it.slip()),
                        it.name(),
                        it.obligation(),
                        it.occurrence().equals("once") ? "—" : it.occurrence(),
                        wording.day(it.dueOn()),
                        it.workingDaysLate()));
    }

    private OfficeTable units(Bulletin bulletin) {
        var figures = List.of(Figure.values());
        List<String> headings = new ArrayList<>(List.of("单位", "应办"));
        figures.forEach(it -> headings.add(wording.of(it)));
        headings.add("上位规定逾期");
        return table(
                "各单位数据",
                headings,
                bulletin.units(),
                it -> Stream.of(
                                Stream.of(it.name(), it.due().count()),
                                figures.stream()
                                        .map(figure -> count(it.figures().get(figure))),
                                Stream.of(it.statutoryLate().count()))
                        .flatMap(cells -> cells)
                        .map(Object.class::cast)
                        .toList());
    }

    private static int count(@Nullable Counted it) {
        return it == null ? 0 : it.count();
    }

    private String remark(Bulletin it) {
        return "说明：截至%s，账位%d%s；每个数字所依据的事件见系统。"
                .formatted(
                        wording.moment(it.asOf().at()),
                        it.asOf().position(),
                        it.issue()
                                .map(issue -> "，%s签发（第%d次），依据：%s"
                                        .formatted(wording.moment(issue.issuedAt()), issue.number(), issue.authority()))
                                .orElse("，未签发"));
    }

    private static <T> OfficeTable table(
            String heading, List<String> headings, List<T> items, Function<T, List<Object>> cells) {
        return new OfficeTable(
                Optional.of(heading),
                headings.stream()
                        .map(it -> new Column(it, it.equals("责任事项") || it.equals("单位") ? 2 : 1))
                        .toList(),
                items.stream()
                        .<Row>map(it -> new Row.Cells(
                                cells.apply(it).stream().map(OfficeCell::of).toList()))
                        .toList());
    }
}
