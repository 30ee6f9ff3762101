package gongkai.query.bulletin;

import gongkai.event.Identifier;
import gongkai.event.Role;
import gongkai.event.UnitEntry;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.bulletin.Bulletin.Counted;
import gongkai.query.bulletin.Bulletin.PlaceItem;
import gongkai.query.bulletin.Bulletin.Rankings;
import gongkai.query.bulletin.Bulletin.SlipItem;
import gongkai.query.bulletin.Bulletin.Totals;
import gongkai.query.bulletin.Bulletin.UnitFigures;
import gongkai.query.bulletin.figure.Entry;
import gongkai.query.bulletin.figure.Figure;
import gongkai.query.bulletin.figure.Ranking;
import gongkai.query.bulletin.figure.Reckoning;
import gongkai.query.bulletin.figure.Tally;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.status.JurisdictionFacts;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a county's obligations together as one month's bulletin. */
final class BulletinReading {

    private final JurisdictionFacts county;
    private final YearMonth month;
    private final AnsweredAsOf asOf;
    private final Map<String, String> names = new HashMap<>();

    BulletinReading(JurisdictionFacts county, YearMonth month, AnsweredAsOf asOf) {
        this.county = county;
        this.month = month;
        this.asOf = asOf;
    }

    Bulletin read(List<Judged> obligations, Optional<Issue> issue) {
        Map<String, List<Entry>> entries = new TreeMap<>();
        Map<String, List<Entry>> statutory = new TreeMap<>();
        var began = planBeginnings(obligations);
        for (var it : obligations) {
            var assignment = it.facts().at(asOf.asOf()).assignment();
            var reckoning = new Reckoning(
                    it.facts(), it.rule(), month, asOf.asOf(), began.getOrDefault(planOf(it), Instant.MIN));
            names.put(assignment.unit(), assignment.name());
            entries.computeIfAbsent(assignment.unit(), _ -> new ArrayList<>()).addAll(reckoning.entries());
            statutory.computeIfAbsent(assignment.unit(), _ -> new ArrayList<>()).addAll(reckoning.statutory());
        }
        county.units().forEach((code, unit) -> {
            names.put(code, unit.name());
            entries.putIfAbsent(code, List.of());
        });
        Map<String, Tally> tallies = new TreeMap<>();
        entries.forEach((unit, all) -> tallies.put(unit, new Tally(all)));
        var underStatutes =
                new Tally(statutory.values().stream().flatMap(List::stream).toList());
        return new Bulletin(
                county.code(),
                county.name(),
                month.toString(),
                issue,
                totals(new Tally(entries.values().stream().flatMap(List::stream).toList()), underStatutes),
                tallies.entrySet().stream()
                        .map(it -> unit(
                                it.getKey(), it.getValue(), new Tally(statutory.getOrDefault(it.getKey(), List.of()))))
                        .toList(),
                new Rankings(places(Role.LEAD, tallies), places(Role.COOPERATING, tallies)),
                slips(tallies),
                asOf);
    }

    private static Map<String, Instant> planBeginnings(List<Judged> obligations) {
        return obligations.stream()
                .collect(Collectors.toMap(
                        BulletinReading::planOf,
                        it -> it.facts().assigned().occurredAt(),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static String planOf(Judged it) {
        return Identifier.planOf(it.facts().assigned().task());
    }

    private UnitFigures unit(String code, Tally tally, Tally statutory) {
        return new UnitFigures(
                code,
                nameOf(code),
                Optional.ofNullable(county.units().get(code)).map(UnitEntry::kind),
                counted(tally.due()),
                figures(tally),
                counted(tally.ownLate()),
                counted(tally.blockedLate()),
                figures(statutory),
                counted(statutory.late()));
    }

    private Map<Figure, Counted> figures(Tally tally) {
        Map<Figure, Counted> figures = new EnumMap<>(Figure.class);
        tally.byFigure().forEach((figure, entries) -> figures.put(figure, counted(entries)));
        return figures;
    }

    private Counted counted(List<Entry> entries) {
        return new Counted(
                entries.size(),
                entries.stream().map(it -> EntryItem.of(it, asOf)).toList());
    }

    private static Totals totals(Tally all, Tally statutory) {
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        all.byFigure().forEach((figure, entries) -> figures.put(figure, entries.size()));
        return new Totals(
                all.due().size(),
                figures,
                all.ownLate().size(),
                all.blockedLate().size(),
                statutory.late().size());
    }

    private List<PlaceItem> places(Role role, Map<String, Tally> tallies) {
        return Ranking.of(role, tallies).places().stream()
                .map(it -> new PlaceItem(
                        it.place(),
                        it.unit(),
                        nameOf(it.unit()),
                        it.tally().due().size(),
                        it.tally().of(Figure.DONE).size(),
                        it.tally().of(Figure.CURED).size(),
                        it.tally().ownLate().size(),
                        it.tally().blockedLate().size(),
                        it.tally().of(Figure.BLOCKED).size()))
                .toList();
    }

    private List<SlipItem> slips(Map<String, Tally> tallies) {
        return tallies.values().stream()
                .flatMap(it -> it.entries().stream())
                .flatMap(this::slip)
                .sorted(Comparator.comparing(SlipItem::slip)
                        .reversed()
                        .thenComparing(SlipItem::unit)
                        .thenComparing(SlipItem::obligation)
                        .thenComparing(SlipItem::occurrence))
                .toList();
    }

    private Stream<SlipItem> slip(Entry it) {
        return it.slip().stream()
                .map(slip -> new SlipItem(
                        slip,
                        it.unit(),
                        nameOf(it.unit()),
                        it.obligation(),
                        it.occurrence().orElseThrow(),
                        it.dueOn().orElseThrow(),
                        it.workingDaysLate(),
                        EntryItem.url(it, asOf)));
    }

    private String nameOf(String unit) {
        return names.getOrDefault(unit, unit);
    }
}
