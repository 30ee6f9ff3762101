package gongkai.query.difference;

import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.TaskText;
import gongkai.http.ProblemException;
import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.Cursor;
import gongkai.query.asof.QueryProblem;
import gongkai.query.difference.Screens.Screen;
import gongkai.query.difference.UnitDifference.Counts;
import gongkai.query.obligation.Obligations;
import gongkai.query.obligation.Obligations.Judged;
import gongkai.query.record.RecordStore;
import gongkai.query.status.StatusBoard;
import gongkai.query.status.UnitSummary;
import gongkai.record.EventRecord;
import gongkai.status.AsOf;
import gongkai.status.JurisdictionFacts;
import gongkai.status.Status;
import gongkai.status.StatusRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares two states of knowledge of a county. What differs little is soon found: only what was touched is looked at. */
@Component
public class Differences {

    private final Obligations obligations;
    private final StatusBoard board;
    private final RecordStore records;

    Differences(Obligations obligations, StatusBoard board, RecordStore records) {
        this.obligations = obligations;
        this.board = board;
        this.records = records;
    }

    /** Both states, and what of the county's own stream lies between them. */
    private record Between(
            AnsweredAsOf from,
            AnsweredAsOf to,
            Optional<JurisdictionFacts> before,
            JurisdictionFacts after,
            List<EventRecord> calendars) {}

    /**
     * @param after the obligation that the page before ended with; empty: from the first
     * @throws ProblemException when the county is not known in the later state, or the states stand the wrong way round
     */
    public Difference of(String code, AnsweredAsOf from, AnsweredAsOf to, String after, int limit) {
        if (from.position() > to.position()) {
            throw new ProblemException(
                    QueryProblem.TIMES_REVERSED,
                    "«from» means position %d, which is later than position %d of «to»; exchange them."
                            .formatted(from.position(), to.position()),
                    Map.of("field", "from"));
        }
        var between = between(code, from, to);
        var found = obligations.ofJurisdiction(between.after(), to).stream()
                .filter(it -> idOf(it).compareTo(after) > 0)
                .filter(it -> isTouched(it, between))
                .flatMap(it -> compare(it, between).stream())
                .limit(limit + 1L)
                .toList();
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Difference(
                code,
                between.after().name(),
                from,
                units(code, between),
                items,
                found.size() > limit ? Optional.of(cursor(items.getLast(), from, to)) : Optional.empty(),
                to);
    }

    private Between between(String code, AnsweredAsOf from, AnsweredAsOf to) {
        var after = obligations.jurisdiction(code, to);
        var calendars = records.stream(code, to.position()).stream()
                .filter(it -> it.position() > from.position() && it.event() instanceof CalendarAdopted)
                .toList();
        return new Between(from, to, records.jurisdiction(code, from.position()), after, calendars);
    }

    /** The earlier state goes in the key of the later one's cursor. */
    private static String cursor(ObligationDifference last, AnsweredAsOf from, AnsweredAsOf to) {
        return Cursor.after(Cursor.after(last.obligation(), from).text(), to).text();
    }

    private static String idOf(Judged it) {
        return it.facts().assigned().obligation();
    }

    private static boolean isTouched(Judged it, Between between) {
        return !between.calendars().isEmpty()
                || it.facts().history().getLast().position() > between.from().position();
    }

    private Optional<ObligationDifference> compare(Judged it, Between between) {
        var at = between.to().asOf().at();
        long known = between.from().position();
        var isOlder = it.facts().history().getFirst().position() <= known;
        var before = between.before()
                .filter(_ -> isOlder)
                .map(county -> new Judged(it.facts().knownAt(known), new StatusRule(county.calendar())))
                .map(judged -> ObligationState.of(judged, new AsOf(at, known)));
        var after = ObligationState.of(it, between.to().asOf());
        var own = records.stream(idOf(it), between.to().position()).stream()
                .filter(record -> record.position() > known)
                .toList();
        var screens = screens(it, isOlder, own, between);
        var shown = after.status() == Status.OVERDUE ? Optional.<ShownOverdue>empty() : screens.overdue();
        return before.equals(Optional.of(after)) && shown.isEmpty()
                ? Optional.empty()
                : Optional.of(difference(it, before, after, events(own, screens, between), shown, between));
    }

    private static Screens screens(Judged it, boolean isOlder, List<EventRecord> own, Between between) {
        var end = between.to().known().toInstant();
        return isOlder
                ? new Screens(
                        it,
                        new Screen(
                                between.from().position(),
                                between.from().known().toInstant()),
                        own,
                        end)
                : new Screens(it, Screen.of(own.getFirst()), own.subList(1, own.size()), end);
    }

    private static List<CausingEvent> events(List<EventRecord> own, Screens screens, Between between) {
        return Stream.concat(own.stream(), between.calendars().stream())
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .map(it -> CausingEvent.of(it, own.contains(it) ? screens.clearedBy(it) : List.of()))
                .toList();
    }

    private static ObligationDifference difference(
            Judged it,
            Optional<ObligationState> before,
            ObligationState after,
            List<CausingEvent> events,
            Optional<ShownOverdue> shown,
            Between between) {
        var standing = it.facts().at(between.to().asOf());
        return new ObligationDifference(
                idOf(it),
                standing.row(),
                TaskText.oneLine(standing.text().category()),
                standing.text().content(),
                before,
                after,
                events,
                shown);
    }

    private List<UnitDifference> units(String code, Between between) {
        var before = between.before().isEmpty()
                ? Map.<String, UnitSummary>of()
                : byCode(board.county(code, between.from()).units());
        var after = byCode(board.county(code, between.to()).units());
        var names = new TreeMap<String, String>();
        before.forEach((unit, it) -> names.put(unit, it.name()));
        after.forEach((unit, it) -> names.put(unit, it.name()));
        List<UnitDifference> units = new ArrayList<>();
        names.forEach((unit, name) -> units.add(new UnitDifference(
                unit,
                name,
                Optional.ofNullable(before.get(unit)).map(Counts::of),
                Optional.ofNullable(after.get(unit)).map(Counts::of))));
        units.removeIf(UnitDifference::isNone);
        return units;
    }

    private static Map<String, UnitSummary> byCode(List<UnitSummary> units) {
        return units.stream().collect(Collectors.toMap(UnitSummary::code, Function.identity()));
    }
}
