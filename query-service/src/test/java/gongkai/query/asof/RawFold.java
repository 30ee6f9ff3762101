package gongkai.query.asof;

import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.ObligationEvent;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.Requirement;
import gongkai.event.ReviewOutcome;
import gongkai.event.Rule;
import gongkai.record.EventRecord;
import gongkai.time.HolidayArrangement;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The law read a second time, slowly: from the raw records, without an index, each question from the first record on. Only
 * working days are counted by the product's calendar, which a calendar of another make checks elsewhere.
 */
final class RawFold {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant FAR = Instant.parse("2020-04-01T00:00:00Z");
    private static final List<String> ORDER = List.of(
            "OVERDUE",
            "DUE_SOON",
            "UNCLEAR",
            "IN_PROGRESS",
            "NOT_STARTED",
            "AWAITING_TRIGGER",
            "ONGOING_SILENT",
            "FULFILLED_LATE",
            "FULFILLED",
            "ONGOING_ACTIVE",
            "WAIVED");

    private final List<EventRecord> log;
    private final Map<String, List<Late>> spells = new HashMap<>();

    RawFold(List<EventRecord> log) {
        this.log = log;
    }

    /** A spell of lateness; one that goes on has no end. */
    record Late(
            String occurrence,
            LocalDate dueOn,
            Instant from,
            @Nullable Instant until) {}

    /** A thing that counts. */
    private record Piece(
            String id, char kind, Instant at, @Nullable Object form, Optional<String> occurrence) {}

    private record End(LocalDate on, Instant late) {}

    private record Due(String id, int rule, Instant opens, End end, boolean started, int quota, List<Instant> done) {

        boolean isDone() {
            return done.size() >= quota;
        }

        Instant doneAt() {
            return done.get(quota - 1);
        }
    }

    private static End endOf(LocalDate day) {
        return new End(day, day.plusDays(1).atStartOfDay(CHINA).toInstant());
    }

    private static End endOf(Instant moment) {
        return new End(moment.atZone(CHINA).toLocalDate(), moment.plusNanos(1_000));
    }

    /** What one obligation looks like at a moment. */
    final class Look {

        private final Instant at;
        private final long known;
        private final String ledger;
        private final List<EventRecord> mine = new ArrayList<>();
        private final ObligationAssigned assigned;
        private String unit;
        private List<Rule> rules;

        private Look(String id, Instant at, long known) {
            this.at = at;
            this.known = known;
            this.ledger = id.substring(0, 6);
            for (var it : log) {
                if (it.position() <= known && it.subject().equals(id)) {
                    mine.add(it);
                }
            }
            assigned = (ObligationAssigned) mine.getFirst().event();
            unit = assigned.assignment().unit();
            rules = assigned.rules();
            readTerms();
        }

        private boolean happened(EventRecord it) {
            return !it.event().occurredAt().isAfter(at);
        }

        /** From the newest back: the last correction that had been made, or an answer to what it says or to what it replaced. */
        private void readTerms() {
            for (int i = mine.size() - 1; i > 0; i--) {
                if (mine.get(i).event() instanceof ObligationAmended it && happened(mine.get(i))) {
                    unit = it.assignment().unit();
                    rules = it.rules();
                    return;
                }
                if (mine.get(i).event() instanceof ObligationClarified it && answersWhatIsInForce(i)) {
                    unit = it.assignment().unit();
                    rules = it.rules();
                    return;
                }
            }
        }

        private boolean answersWhatIsInForce(int clarification) {
            for (int i = clarification - 1; i > 0; i--) {
                if (mine.get(i).event() instanceof ObligationAmended) {
                    return happened(mine.get(i));
                }
            }
            return true;
        }

        String unit() {
            return unit;
        }

        private boolean released() {
            var withdrawn = false;
            for (var it : mine) {
                if (it.event() instanceof ObligationWaived && happened(it)) {
                    return true;
                }
                if (it.event() instanceof ObligationWithdrawn && happened(it)) {
                    withdrawn = true;
                }
                if (it.event() instanceof ObligationAmended && happened(it)) {
                    withdrawn = false;
                }
            }
            return withdrawn;
        }

        private boolean retracted(String publication) {
            return mine.stream()
                    .anyMatch(it -> it.event() instanceof PublicationRetracted retracted
                            && retracted.publication().equals(publication)
                            && happened(it));
        }

        private boolean returned(String evidence) {
            var returned = false;
            for (var it : mine) {
                if (it.event() instanceof ObligationReviewed review
                        && happened(it)
                        && review.evidence().contains(evidence)) {
                    returned = review.outcome() == ReviewOutcome.RETURNED;
                }
            }
            return returned;
        }

        /** Everything done, whether it still counts or not. */
        private List<Piece> done() {
            List<Piece> done = new ArrayList<>();
            for (var it : mine) {
                if (happened(it)) {
                    switch ((ObligationEvent) it.event()) {
                        case PublicationRecorded one ->
                            done.add(new Piece(one.publication(), 'P', one.publishedAt(), null, one.occurrence()));
                        case InterpretationRecorded one ->
                            done.add(new Piece(
                                    one.interpretation(),
                                    'I',
                                    one.publishedAt(),
                                    one.form(),
                                    done.stream()
                                            .filter(source -> source.id().equals(one.publication()))
                                            .findFirst()
                                            .flatMap(Piece::occurrence)));
                        case ResponseRecorded one ->
                            done.add(
                                    new Piece(one.response(), 'R', one.respondedAt(), null, Optional.of(one.caseId())));
                        default -> {}
                    }
                }
            }
            return done;
        }

        private boolean stands(Piece it) {
            var publication = it.kind() == 'I' ? it.id().substring(0, it.id().lastIndexOf("-I")) : it.id();
            return !retracted(publication) && !returned(it.id());
        }

        /** The ids of what counts. */
        Set<String> counting() {
            Set<String> ids = new TreeSet<>();
            done().stream().filter(this::stands).forEach(it -> ids.add(it.id()));
            return ids;
        }

        /** The ids of what was done, and of matters accepted. */
        Set<String> everything() {
            Set<String> ids = new TreeSet<>();
            done().forEach(it -> ids.add(it.id()));
            mine.stream()
                    .filter(it -> it.event() instanceof CaseAccepted && happened(it))
                    .forEach(it -> ids.add(((CaseAccepted) it.event()).caseId()));
            return ids;
        }

        private static boolean suits(Piece it, Requirement wanted, boolean afterTrigger) {
            return switch (wanted.kind()) {
                case PUBLICATION -> it.kind() == 'P' || (afterTrigger && it.kind() == 'R');
                case ACTIVITY -> it.kind() == 'P';
                case RESPONSE -> it.kind() == 'R';
                case INTERPRETATION ->
                    it.kind() == 'I'
                            && (wanted.forms().isEmpty() || wanted.forms().contains(it.form()));
            };
        }

        private List<Due> dues() {
            List<Due> dues = new ArrayList<>();
            if (released()) {
                return dues;
            }
            var standing = done().stream().filter(this::stands).toList();
            var names = new HashSet<String>();
            for (int i = 0; i < rules.size(); i++) {
                var rule = rules.get(i);
                if (rule.adopted()) {
                    int number = i;
                    switch (rule.timeLimit()) {
                        case TimeLimit.FixedDate it ->
                            dues.add(due(
                                    "once",
                                    number,
                                    quotaUpTo(number, it),
                                    Instant.MIN,
                                    endOf(it.dueOn()),
                                    standing,
                                    names,
                                    false));
                        case TimeLimit.Window it
                        when it.to().isPresent() -> {
                            var opens = it.from()
                                    .map(day -> day.atStartOfDay(CHINA).toInstant())
                                    .orElse(Instant.MIN);
                            dues.add(due(
                                    "once",
                                    number,
                                    rule.requirement().quota(),
                                    opens,
                                    endOf(it.to().get()),
                                    standing.stream()
                                            .filter(piece -> !piece.at().isBefore(opens))
                                            .toList(),
                                    names,
                                    false));
                        }
                        case TimeLimit.Recurring it -> addPeriods(it, number, standing, names, dues);
                        case TimeLimit.AfterTrigger it -> addCases(it, number, standing, names, dues);
                        default -> {}
                    }
                }
            }
            return dues;
        }

        private int quotaUpTo(int number, TimeLimit.FixedDate limit) {
            var kind = rules.get(number).requirement().kind();
            int quota = 0;
            for (int i = 0; i < rules.size(); i++) {
                var other = rules.get(i);
                if (i == number) {
                    quota += other.requirement().quota();
                } else if (other.adopted()
                        && other.requirement().kind() == kind
                        && other.timeLimit() instanceof TimeLimit.FixedDate it
                        && (it.dueOn().isBefore(limit.dueOn()) || (it.dueOn().equals(limit.dueOn()) && i < number))) {
                    quota += other.requirement().quota();
                }
            }
            return quota;
        }

        private void addPeriods(
                TimeLimit.Recurring limit, int number, List<Piece> standing, Set<String> names, List<Due> dues) {
            int year = Integer.parseInt(assigned.task().substring(7, 11));
            int months = switch (limit.every()) {
                case MONTH -> 1;
                case QUARTER -> 3;
                case YEAR -> 12;
            };
            var begins = limit.from()
                    .or(assigned::issuedOn)
                    .orElse(assigned.occurredAt().atZone(CHINA).toLocalDate());
            for (int month = 1; month <= 12; month += months) {
                var first = YearMonth.of(year, month);
                var last = first.plusMonths(months - 1).atEndOfMonth();
                if (last.isBefore(begins)) {
                    continue;
                }
                var dueMonth = limit.month().isPresent()
                        ? first.plusMonths(Math.min(limit.month().get(), months) - 1)
                        : YearMonth.from(last);
                var dueOn = limit.day().isPresent()
                        ? dueMonth.atDay(Math.min(limit.day().get(), dueMonth.lengthOfMonth()))
                        : dueMonth.atEndOfMonth();
                var id = months == 1 ? first.toString() : months == 3 ? year + "-Q" + (month / 3 + 1) : "" + year;
                var falling = standing.stream()
                        .filter(it -> it.occurrence().isPresent()
                                ? it.occurrence().get().equals(id)
                                : !day(it.at()).isBefore(first.atDay(1))
                                        && !day(it.at()).isAfter(last))
                        .toList();
                dues.add(due(
                        id,
                        number,
                        rules.get(number).requirement().quota(),
                        first.atDay(1).atStartOfDay(CHINA).toInstant(),
                        endOf(dueOn),
                        falling,
                        names,
                        false));
            }
        }

        private void addCases(
                TimeLimit.AfterTrigger limit, int number, List<Piece> standing, Set<String> names, List<Due> dues) {
            for (int i = 0; i < mine.size(); i++) {
                if (mine.get(i).event() instanceof CaseAccepted it
                        && happened(mine.get(i))
                        && (it.trigger().isEmpty() || it.trigger().get().equals(limit.trigger()))) {
                    var end = endOfCase(it, i);
                    if (end != null) {
                        dues.add(due(
                                it.caseId(),
                                number,
                                rules.get(number).requirement().quota(),
                                it.acceptedAt(),
                                end,
                                standing.stream()
                                        .filter(piece -> piece.occurrence()
                                                .filter(it.caseId()::equals)
                                                .isPresent())
                                        .toList(),
                                names,
                                true));
                    }
                }
            }
        }

        private @Nullable End endOfCase(CaseAccepted accepted, int place) {
            var end = accepted.dueOn()
                    .map(day -> accepted.dueAt().map(RawFold::endOf).orElseGet(() -> endOf(day)))
                    .orElse(null);
            for (var later : mine.subList(place, mine.size())) {
                if (later.event() instanceof CaseDueMoved moved
                        && moved.caseId().equals(accepted.caseId())) {
                    end = endOf(moved.dueOn());
                }
            }
            return end;
        }

        private Due due(
                String name,
                int rule,
                int quota,
                Instant opens,
                End byRule,
                List<Piece> candidates,
                Set<String> names,
                boolean triggered) {
            var id = names.add(name) ? name : name + "#" + (rule + 1);
            var done = candidates.stream()
                    .filter(it -> suits(it, rules.get(rule).requirement(), triggered))
                    .map(Piece::at)
                    .sorted()
                    .toList();
            var end = byRule;
            for (var it : mine) {
                if (it.event() instanceof ObligationExtended extended
                        && happened(it)
                        && extended.occurrence().equals(id)) {
                    end = endOf(extended.dueOn());
                }
            }
            return new Due(id, rule, opens, end, triggered || !done.isEmpty(), quota, done);
        }

        String status() {
            if (released()) {
                return "WAIVED";
            }
            var dues = dues();
            return IntStream.range(0, rules.size())
                    .filter(it -> rules.get(it).adopted())
                    .mapToObj(it -> statusOf(
                            it, dues.stream().filter(due -> due.rule() == it).toList()))
                    .min(Comparator.comparingInt(ORDER::indexOf))
                    .orElse("UNCLEAR");
        }

        private String statusOf(int rule, List<Due> dues) {
            return switch (rules.get(rule).timeLimit()) {
                case TimeLimit.Unclear _ -> "UNCLEAR";
                case TimeLimit.Ongoing _ -> {
                    var last = last();
                    yield last != null && Duration.between(last, at).compareTo(Duration.ofDays(90)) <= 0
                            ? "ONGOING_ACTIVE"
                            : "ONGOING_SILENT";
                }
                case TimeLimit.Lasting it -> {
                    var first = done().stream()
                            .filter(piece -> piece.kind() == 'P' && stands(piece))
                            .map(Piece::at)
                            .min(Comparator.naturalOrder());
                    yield first.isEmpty()
                            ? "AWAITING_TRIGGER"
                            : calendar()
                                            .count(first.get(), it.amount(), it.unit())
                                            .isMetAt(at)
                                    ? "IN_PROGRESS"
                                    : "FULFILLED";
                }
                case TimeLimit.Window it when it.to().isEmpty() -> "UNCLEAR";
                default ->
                    dues.stream()
                            .filter(due -> due.isDone() || !due.opens().isAfter(at))
                            .map(this::statusOf)
                            .min(Comparator.comparingInt(ORDER::indexOf))
                            .orElse(dues.isEmpty() ? "AWAITING_TRIGGER" : "NOT_STARTED");
            };
        }

        private String statusOf(Due due) {
            if (due.isDone()) {
                return due.doneAt().isBefore(due.end().late()) ? "FULFILLED" : "FULFILLED_LATE";
            }
            if (!at.isBefore(due.end().late())) {
                return "OVERDUE";
            }
            int left = 0;
            for (var day = day(at).plusDays(1); !day.isAfter(due.end().on()); day = day.plusDays(1)) {
                left += calendar().isWorkingDay(day) ? 1 : 0;
            }
            return left <= 5 ? "DUE_SOON" : due.started() ? "IN_PROGRESS" : "NOT_STARTED";
        }

        private @Nullable Instant last() {
            return done().stream()
                    .filter(this::stands)
                    .map(Piece::at)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }

        private WorkingCalendar calendar() {
            return calendarOf(ledger, known);
        }

        @Nullable
        LocalDate dueOn() {
            var dues = dues();
            return dues.stream()
                    .filter(it -> !it.isDone())
                    .map(Due::end)
                    .min(Comparator.comparing(End::late))
                    .or(() -> dues.stream().map(Due::end).max(Comparator.comparing(End::late)))
                    .map(End::on)
                    .orElse(null);
        }

        @Nullable
        LocalDate nextDue() {
            return dues().stream()
                    .filter(it -> !it.isDone() && at.isBefore(it.end().late()))
                    .map(it -> it.end())
                    .min(Comparator.comparing(End::late))
                    .map(End::on)
                    .orElse(null);
        }

        /** Every midnight and every moment at which something happened is looked at. */
        List<Late> late() {
            return spells
                    .computeIfAbsent(
                            assigned.obligation() + "@" + mine.getLast().position(), _ -> walk())
                    .stream()
                    .filter(it -> !it.from().isAfter(at))
                    .map(it -> it.until() != null && it.until().isAfter(at)
                            ? new Late(it.occurrence(), it.dueOn(), it.from(), null)
                            : it)
                    .sorted(Comparator.comparing(Late::from).thenComparing(Late::occurrence))
                    .toList();
        }

        private List<Late> walk() {
            var moments = new TreeSet<Instant>();
            for (var it : mine) {
                moments.add(it.event().occurredAt());
                if (it.event() instanceof CaseAccepted accepted
                        && accepted.dueAt().isPresent()) {
                    moments.add(accepted.dueAt().get().plusNanos(1_000));
                }
            }
            for (var day = LocalDate.parse("2019-01-01"); day.getYear() < 2021; day = day.plusDays(1)) {
                moments.add(day.atStartOfDay(CHINA).toInstant());
            }
            List<Late> found = new ArrayList<>();
            Map<String, Late> open = new HashMap<>();
            for (var moment : moments.headSet(FAR)) {
                var dues = new Look(assigned.obligation(), moment, known).dues();
                var late = new HashSet<String>();
                for (var it : dues) {
                    if (!moment.isBefore(it.end().late())) {
                        if (it.done().stream()
                                        .filter(done -> done.isBefore(moment))
                                        .count()
                                < it.quota()) {
                            open.putIfAbsent(it.id(), new Late(it.id(), it.end().on(), moment, null));
                        }
                        if (!it.isDone()) {
                            late.add(it.id());
                        }
                    }
                }
                open.values().removeIf(it -> {
                    var ended = !late.contains(it.occurrence());
                    if (ended) {
                        found.add(new Late(it.occurrence(), it.dueOn(), it.from(), moment));
                    }
                    return ended;
                });
            }
            found.addAll(open.values());
            return found;
        }
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CHINA).toLocalDate();
    }

    /** Everything of an obligation that had been assigned by the position. */
    Look look(String id, Instant at, long known) {
        return new Look(id, at, known);
    }

    boolean isKnown(String subject, long known) {
        return log.stream()
                .anyMatch(it -> it.position() <= known && it.subject().equals(subject));
    }

    List<String> obligations(String county, long known) {
        return log.stream()
                .filter(it -> it.position() <= known
                        && it.ledger().equals(county)
                        && it.event() instanceof ObligationAssigned)
                .map(EventRecord::subject)
                .sorted()
                .toList();
    }

    private WorkingCalendar calendarOf(String county, long known) {
        var calendar = WorkingCalendar.WEEKENDS_ONLY;
        for (var it : log) {
            if (it.position() <= known
                    && it.subject().equals(county)
                    && it.event() instanceof CalendarAdopted adopted) {
                calendar = calendar.with(new HolidayArrangement(
                        adopted.year(),
                        adopted.notice(),
                        adopted.issuedOn(),
                        Set.copyOf(adopted.holidays()),
                        Set.copyOf(adopted.workdays())));
            }
        }
        return calendar;
    }

    /** The county's last position that was recorded by then; -1: none. */
    long positionBy(String county, Instant moment) {
        long position = -1;
        for (var it : log) {
            if (it.ledger().equals(county) && !it.recordedAt().isAfter(moment)) {
                position = it.position();
            }
        }
        return position;
    }

    /** How many leaves the county's ledger had. */
    long sizeAt(String county, long known) {
        return log.stream()
                .filter(it -> it.ledger().equals(county) && it.position() <= known)
                .count();
    }
}
