package gongkai.query.dashboard;

import gongkai.query.obligation.ObligationItem;
import gongkai.query.status.UnitSummary;
import gongkai.status.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Units × categories, in the order of the register and of the table; each cell shows the worst of what it holds.
 *
 * @param directories each with its categories, side by side
 */
public record HeatMap(List<Directory> directories, List<Row> rows) {

    /** 公开目录 with its 分类. */
    public record Directory(String name, List<String> categories) {}

    /** @param cells one for each category of all directories; empty where the unit owes nothing */
    public record Row(String unit, String name, List<Optional<Cell>> cells) {}

    /**
     * @param worst by the order of attention
     * @param count how many stand like that
     * @param of how many there are
     */
    public record Cell(String category, Status worst, int count, int of) {

        private static Cell of(String category, List<ObligationItem> items) {
            var worst = items.stream()
                    .map(ObligationItem::status)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            var count = items.stream().filter(it -> it.status() == worst).count();
            return new Cell(category, worst, (int) count, items.size());
        }
    }

    private record Place(String unit, String directory, String category) {}

    static HeatMap of(List<UnitSummary> units, List<ObligationItem> items) {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        items.stream().sorted(Comparator.comparingInt(ObligationItem::row)).forEach(it -> {
            var known = categories.computeIfAbsent(it.directory(), _ -> new ArrayList<>());
            if (!known.contains(it.category())) {
                known.add(it.category());
            }
        });
        var directories = categories.entrySet().stream()
                .map(it -> new Directory(it.getKey(), List.copyOf(it.getValue())))
                .toList();
        var byPlace = items.stream()
                .collect(Collectors.groupingBy(it -> new Place(it.unit(), it.directory(), it.category())));
        return new HeatMap(
                directories,
                units.stream()
                        .filter(it -> it.obligations() > 0)
                        .map(it -> new Row(it.code(), it.name(), cells(it.code(), directories, byPlace)))
                        .toList());
    }

    private static List<Optional<Cell>> cells(
            String unit, List<Directory> directories, Map<Place, List<ObligationItem>> byPlace) {
        return directories.stream()
                .flatMap(directory -> directory.categories().stream()
                        .map(category -> Optional.ofNullable(byPlace.get(new Place(unit, directory.name(), category)))
                                .map(items -> Cell.of(category, items))))
                .toList();
    }
}
