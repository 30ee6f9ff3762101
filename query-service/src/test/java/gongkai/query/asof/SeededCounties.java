package gongkai.query.asof;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.InterpretationForm;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.InterpretationRecorded;
import gongkai.event.ObligationEvent.ObligationAcknowledged;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskDefined;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.query.SeededLog.Entry;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.HolidayArrangement;
import gongkai.time.Period;
import gongkai.time.StateCouncilNotices;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Counties in which all happens that can, as chance has it: late recordings, so that clocks run backwards; answers,
 * corrections, retractions, extensions, notices, mergers. The same for the same seed.
 */
final class SeededCounties {

    private static final Basis BASIS = new Basis("说明", "县政府办");
    private static final List<String> UNITS = List.of("T01", "T02", "D01", "D02");
    private static final int TASKS = 9;

    private final RecordCodec codec = new RecordCodec();
    private final Random random;
    private final List<String> counties;
    private final List<EventRecord> records = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> leaves = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, List<String>> obligations = new HashMap<>();
    private final Map<String, List<String>> publications = new HashMap<>();
    private final Map<String, List<String>> evidence = new HashMap<>();
    private final Map<String, List<String>> cases = new HashMap<>();
    private Instant now = Instant.parse("2019-03-01T01:00:00Z");

    SeededCounties(long seed, List<String> counties) {
        System.out.println("Seed of the counties: " + seed);
        random = new Random(seed);
        this.counties = counties;
        counties.forEach(this::open);
    }

    List<EventRecord> records() {
        return List.copyOf(records);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Entry> of(String ledger) {
        return entries.stream().filter(it -> it.ledger().equals(ledger)).toList();
    }

    List<String> counties() {
        return counties;
    }

    List<String> obligationsOf(String county) {
        return List.copyOf(obligations.getOrDefault(county, List.of()));
    }

    Instant now() {
        return now;
    }

    /** Adds about so many records and gives them. */
    List<Entry> grow(int events) {
        int before = entries.size();
        while (entries.size() < before + events) {
            passTime();
            happen(pick(counties));
        }
        return List.copyOf(entries.subList(before, entries.size()));
    }

    /** Until every moment that could be asked about has passed. */
    void sleepOverIt() {
        now = now.plus(2, ChronoUnit.DAYS);
    }

    /** Several things are recorded in the same instant; the ledger's clock never runs backwards. */
    private void passTime() {
        if (random.nextInt(4) != 0) {
            now = now.plus(random.nextInt(25 * 60), ChronoUnit.MINUTES).plus(random.nextInt(1_000), ChronoUnit.MICROS);
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Up to so many days ago: what the world's clock said. */
    private Instant ago(int days) {
        return now.minus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
    }

    Entry add(String county, String subject, Event event) {
        long position = entries.size();
        var record = new EventRecord(
                position,
                county,
                leaves.merge(county, 0L, (before, _) -> before + 1),
                subject,
                sequences.merge(subject, 0L, (before, _) -> before + 1),
                new UUID(9, position),
                now,
                "测试员",
                event);
        var entry = new Entry(position, county, record.leaf(), codec.encode(record));
        records.add(record);
        entries.add(entry);
        return entry;
    }

    private void open(String county) {
        add(county, county, new JurisdictionRegistered(county, "县" + county, now));
        for (var unit : UNITS) {
            add(county, county, new UnitRegistered(unit(county, unit, "单位" + unit), Optional.empty(), now));
        }
        adopt(
                county,
                StateCouncilNotices.issuedBy(LocalDate.parse("2018-12-31")).getLast());
        var plan = county + "-2019";
        add(
                county,
                plan,
                new PlanImported(
                        plan,
                        2019,
                        "2019年任务分解表",
                        Optional.of(LocalDate.parse("2019-03-01")),
                        new SourceDocument("table.docx", "0".repeat(64), 1L),
                        List.of(),
                        now));
        for (int row = 1; row <= TASKS; row++) {
            define(county, plan, row);
        }
    }

    private void define(String county, String plan, int row) {
        var task = "%s-%02d".formatted(plan, row);
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < 1 + row % 3; i++) {
            assignments.add(assignment(county, UNITS.get((row + i) % UNITS.size())));
        }
        add(
                county,
                plan,
                new TaskDefined(task, row, text(row, ""), assignments, rules(row), List.of(), Optional.empty(), now));
        for (var it : assignments) {
            var id = task + it.unit().substring(county.length());
            obligations.computeIfAbsent(county, _ -> new ArrayList<>()).add(id);
            add(
                    county,
                    id,
                    new ObligationAssigned(
                            id,
                            task,
                            row,
                            text(row, ""),
                            it,
                            rules(row),
                            Optional.of(LocalDate.parse("2019-03-01")),
                            now));
        }
    }

    private static UnitEntry unit(String county, String code, String name) {
        return new UnitEntry(
                county + "-" + code, name, code.startsWith("T") ? UnitKind.TOWN : UnitKind.DEPARTMENT, List.of());
    }

    private Assignment assignment(String county, String unit) {
        return new Assignment(county + "-" + unit, "单位" + unit, random.nextBoolean() ? Role.LEAD : Role.COOPERATING);
    }

    private static TaskText text(int row, String more) {
        return new TaskText(Optional.empty(), "政府信息公开", "分类" + row, "内容" + row + more, "各镇", "时限" + row);
    }

    private static Rule rule(RequirementKind kind, int quota, TimeLimit limit) {
        return new Rule(new Requirement(kind, quota, List.of()), limit, RuleSource.DEADLINE, true);
    }

    private static List<Rule> rules(int row) {
        return switch (row) {
            case 1 ->
                List.of(rule(
                        RequirementKind.PUBLICATION,
                        1,
                        new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30"))));
            case 2 ->
                List.of(
                        rule(
                                RequirementKind.PUBLICATION,
                                1,
                                new TimeLimit.FixedDate("5月底前", LocalDate.parse("2019-05-31"))),
                        rule(
                                RequirementKind.PUBLICATION,
                                2,
                                new TimeLimit.FixedDate("8月底前", LocalDate.parse("2019-08-31"))));
            case 3 ->
                List.of(rule(
                        RequirementKind.PUBLICATION,
                        1,
                        new TimeLimit.Recurring(
                                "每月10日前", Period.MONTH, Optional.of(10), Optional.empty(), Optional.empty())));
            case 4 ->
                List.of(rule(
                        RequirementKind.ACTIVITY,
                        1,
                        new TimeLimit.Recurring(
                                "每季度首月", Period.QUARTER, Optional.empty(), Optional.of(1), Optional.empty())));
            case 5 ->
                List.of(
                        rule(
                                RequirementKind.RESPONSE,
                                1,
                                new TimeLimit.AfterTrigger(
                                        "受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty())),
                        rule(RequirementKind.INTERPRETATION, 1, new TimeLimit.Ongoing("适时")));
            case 6 ->
                List.of(rule(
                        RequirementKind.PUBLICATION,
                        2,
                        new TimeLimit.Window(
                                "暑假",
                                Optional.of(LocalDate.parse("2019-06-15")),
                                Optional.of(LocalDate.parse("2019-08-15")))));
            case 7 -> List.of(rule(RequirementKind.PUBLICATION, 1, new TimeLimit.Ongoing("适时")));
            case 8 ->
                List.of(
                        rule(RequirementKind.PUBLICATION, 1, new TimeLimit.Unclear("尽快")),
                        new Rule(
                                Requirement.once(RequirementKind.PUBLICATION),
                                new TimeLimit.Lasting("公示期不少于20日", 20, CountingUnit.DAYS),
                                RuleSource.CONTENT,
                                false));
            default ->
                List.of(rule(
                        RequirementKind.RESPONSE,
                        1,
                        new TimeLimit.AfterTrigger("48小时内", 48, CountingUnit.HOURS, "受理", Optional.empty())));
        };
    }

    private void adopt(String county, HolidayArrangement it) {
        add(
                county,
                county,
                new CalendarAdopted(
                        it.year(),
                        it.notice(),
                        it.issuedOn(),
                        it.holidays().stream().sorted().toList(),
                        it.workdays().stream().sorted().toList(),
                        now));
    }

    private void happen(String county) {
        int chance = random.nextInt(100);
        var id = pick(obligationsOf(county));
        switch (chance / 10) {
            case 0 -> toCounty(county);
            case 1 -> {
                if (casesOf(id).isEmpty()) {
                    accept(county, id);
                } else {
                    respond(county, id);
                }
            }
            case 2 -> interpretOrRetract(county, id);
            case 3 -> review(county, id);
            case 4 -> changeTerms(county, id);
            case 5 -> accept(county, id);
            default -> publish(county, id);
        }
    }

    private List<String> casesOf(String id) {
        return cases.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private List<String> evidenceOf(String id) {
        return evidence.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private void publish(String county, String id) {
        var all = publications.computeIfAbsent(id, _ -> new ArrayList<>());
        var publication = id + "-P" + (all.size() + 1);
        Optional<String> period = Optional.empty();
        if (random.nextInt(4) == 0) {
            period = Optional.of(pick(List.of("2019-04", "2019-05", "2019-Q2", "2019-Q3")));
        } else if (random.nextInt(4) == 0 && !casesOf(id).isEmpty()) {
            period = Optional.of(pick(casesOf(id)));
        }
        all.add(publication);
        evidenceOf(id).add(publication);
        add(
                county,
                id,
                new PublicationRecorded(
                        publication,
                        "标题<" + random.nextInt(),
                        URI.create("https://www.example.gov.cn/" + publication),
                        ago(30),
                        Optional.empty(),
                        Optional.empty(),
                        period));
    }

    private void interpretOrRetract(String county, String id) {
        var all = publications.getOrDefault(id, List.of());
        if (all.isEmpty()) {
            publish(county, id);
        } else if (random.nextBoolean()) {
            add(county, id, new PublicationRetracted(pick(all), BASIS, ago(2)));
        } else {
            var publication = pick(all);
            var interpretation = publication + "-I" + (evidenceOf(id).size() + 1);
            evidenceOf(id).add(interpretation);
            add(
                    county,
                    id,
                    new InterpretationRecorded(
                            interpretation,
                            publication,
                            pick(List.of(InterpretationForm.values())),
                            "解读",
                            URI.create("https://www.example.gov.cn/" + interpretation),
                            ago(20)));
        }
    }

    private void accept(String county, String id) {
        var all = casesOf(id);
        var matter = id + "-C" + (all.size() + 1);
        all.add(matter);
        var at = ago(10);
        var limited = random.nextInt(6) != 0;
        var inHours = id.contains("-09-");
        var calendar = StateCouncilNotices.calendarOn(LocalDate.parse("2019-03-01"));
        var due =
                inHours ? calendar.count(at, 48, CountingUnit.HOURS) : calendar.count(at, 5, CountingUnit.WORKING_DAYS);
        add(
                county,
                id,
                new CaseAccepted(
                        matter,
                        "来信",
                        at,
                        random.nextBoolean() ? Optional.of("受理") : Optional.empty(),
                        limited ? Optional.of(due.on()) : Optional.empty(),
                        limited ? due.at() : Optional.empty(),
                        due.provisional()));
    }

    private void respond(String county, String id) {
        var matter = pick(casesOf(id));
        if (random.nextInt(4) == 0) {
            var on = ChinaTime.dateOf(now).plusDays(random.nextInt(9) - 4L);
            add(county, id, new CaseDueMoved(matter, on, false, "通知", now));
            return;
        }
        var all = evidenceOf(id);
        var response = matter + "-R" + (all.size() + 1);
        all.add(response);
        add(
                county,
                id,
                new ResponseRecorded(
                        response, matter, "答复", URI.create("https://www.example.gov.cn/" + response), ago(8)));
    }

    private void review(String county, String id) {
        var all = evidenceOf(id);
        if (all.isEmpty() || random.nextInt(4) == 0) {
            add(
                    county,
                    id,
                    random.nextBoolean()
                            ? new ObligationAcknowledged(Optional.of("收到"), ago(2))
                            : new ObligationClosed(BASIS, now));
        } else {
            add(
                    county,
                    id,
                    new ObligationReviewed(pick(List.of(ReviewOutcome.values())), List.of(pick(all)), BASIS, ago(2)));
        }
    }

    private void changeTerms(String county, String id) {
        int row = 1 + random.nextInt(TASKS);
        var by = assignment(county, pick(UNITS));
        add(
                county,
                id,
                switch (random.nextInt(8)) {
                    case 0 -> new ObligationWaived(BASIS, ago(3));
                    case 1 -> new ObligationWithdrawn(BASIS, ago(3));
                    case 2, 3 -> new ObligationAmended(row, text(row, "（更正）"), by, rules(row), BASIS, ago(5));
                    case 4 -> new ObligationClarified(by, rules(row), BASIS, now);
                    default ->
                        new ObligationExtended(
                                pick(List.of("once", "once#2", "2019-04", "2019-Q2", id + "-C1")),
                                ChinaTime.dateOf(now).plusDays(random.nextInt(30) - 5L),
                                BASIS,
                                ago(3));
                });
    }

    private void toCounty(String county) {
        var plan = county + "-2019";
        int row = 1 + random.nextInt(TASKS);
        var task = "%s-%02d".formatted(plan, row);
        var day = ChinaTime.dateOf(now);
        switch (random.nextInt(7)) {
            case 0 -> adopt(county, StateCouncilNotices.issuedBy(day).getLast());
            case 1 -> add(county, county, new JurisdictionRenamed(county, "县" + random.nextInt(100), now));
            case 2 ->
                add(
                        county,
                        county,
                        new UnitChanged(
                                unit(county, pick(UNITS), "新名" + random.nextInt(100)),
                                random.nextBoolean()
                                        ? Optional.of(day.plusDays(random.nextInt(40) - 20L))
                                        : Optional.empty(),
                                now));
            case 3 ->
                add(
                        county,
                        county,
                        random.nextInt(3) == 0
                                ? new UnitMerged(county + "-D02", county + "-D01", day, BASIS, now)
                                : new UnitRegistered(
                                        unit(county, "T" + (10 + random.nextInt(80)), "新镇"), Optional.of(day), now));
            case 4 ->
                add(
                        county,
                        plan,
                        new TaskAmended(
                                task,
                                row,
                                text(row, "（更正）"),
                                List.of(assignment(county, "T01")),
                                List.of(),
                                rules(row),
                                List.of(),
                                Optional.empty(),
                                BASIS,
                                ago(4)));
            case 5 ->
                add(
                        county,
                        plan,
                        new TaskClarified(
                                task,
                                List.of(assignment(county, "T02")),
                                List.of(),
                                rules(row),
                                List.of(),
                                BASIS,
                                now));
            default -> {
                var month = ChinaTime.at(now).toLocalDate().toString().substring(0, 7);
                long number = records.stream()
                                .filter(it -> it.event() instanceof BulletinIssued issued
                                        && it.ledger().equals(county)
                                        && issued.month().equals(month))
                                .count()
                        + 1;
                add(
                        county,
                        county,
                        new BulletinIssued(
                                "%s-B%s-%d".formatted(county, month.replace("-", ""), number),
                                month,
                                (int) number,
                                now,
                                (long) entries.size() - 1,
                                BASIS,
                                now));
            }
        }
    }
}
