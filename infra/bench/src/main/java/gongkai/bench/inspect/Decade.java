package gongkai.bench.inspect;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.CaseAccepted;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.ObligationEvent.ResponseRecorded;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.event.Role;
import gongkai.event.Rule;
import gongkai.event.RuleSource;
import gongkai.event.SourceDocument;
import gongkai.event.TaskText;
import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import gongkai.record.EventRecord;
import gongkai.time.ChinaTime;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import gongkai.time.StateCouncilNotices;
import gongkai.time.TimeLimit;
import gongkai.time.WorkingCalendar;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A county's years: each with a plan of 600 obligations of four kinds, and what 50 units did about them, some of it late, much
 * of it recorded days after it happened. The same for the same county.
 */
final class Decade {

    static final int FIRST_YEAR = 2016;
    static final int UNITS = 50;
    static final int OBLIGATIONS = 600;

    private static final Basis BASIS = new Basis("工作需要", "平政办函〔2019〕12号");
    private static final WorkingCalendar CALENDAR = StateCouncilNotices.calendarOn(LocalDate.parse("2025-12-01"));

    private final String county;
    private final int years;
    private final int eventsEach;
    private final String document;
    private final Random random = new Random(7);
    private final Map<String, Long> sequences = new HashMap<>();
    private final Consumer<EventRecord> sink;
    private long position;
    private long leaf;

    /**
     * @param position of the first record
     * @param eventsEach about how many events an obligation has in its year
     * @param document SHA-256 of the plans' source document
     */
    Decade(String county, long position, int years, int eventsEach, String document, Consumer<EventRecord> sink) {
        this.county = county;
        this.position = position;
        this.years = years;
        this.eventsEach = eventsEach;
        this.document = document;
        this.sink = sink;
    }

    private record Happening(Instant recordedAt, String subject, Event event) {}

    /** @return the position after the last record */
    long tell() {
        var opened = ChinaTime.startOf(LocalDate.of(FIRST_YEAR, 1, 4));
        emit(new Happening(opened, county, new JurisdictionRegistered(county, "平利县", opened)));
        for (int i = 1; i <= UNITS; i++) {
            var unit = new UnitEntry(unit(i), "单位" + i, i <= 11 ? UnitKind.TOWN : UnitKind.DEPARTMENT, List.of());
            emit(new Happening(opened, county, new UnitRegistered(unit, Optional.empty(), opened)));
        }
        for (int year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
            tell(year);
        }
        return position;
    }

    private String unit(int number) {
        return "%s-D%02d".formatted(county, number);
    }

    private void tell(int year) {
        var begins = ChinaTime.startOf(LocalDate.of(year, 1, 5));
        StateCouncilNotices.issuedBy(LocalDate.of(year, 1, 5)).stream()
                .filter(it -> it.year() == year)
                .forEach(it -> emit(new Happening(
                        begins,
                        county,
                        new CalendarAdopted(
                                it.year(),
                                it.notice(),
                                it.issuedOn(),
                                it.holidays().stream().sorted().toList(),
                                it.workdays().stream().sorted().toList(),
                                begins))));
        var plan = county + "-" + year;
        var source = new SourceDocument("task-breakdown.docx", document, 20L);
        emit(new Happening(
                begins,
                plan,
                new PlanImported(plan, year, year + "年任务分解表", Optional.empty(), source, List.of(), begins)));
        List<Happening> happenings = new ArrayList<>();
        for (int i = 0; i < OBLIGATIONS; i++) {
            var task = "%s-%02d".formatted(plan, i / UNITS + 1);
            var id = task + unit(i % UNITS + 1).substring(6);
            emit(new Happening(begins, id, assigned(id, task, year, i, begins)));
            happen(id, i / UNITS % 4, year, happenings);
        }
        happenings.sort(Comparator.comparing(Happening::recordedAt));
        happenings.forEach(this::emit);
    }

    private ObligationAssigned assigned(String id, String task, int year, int number, Instant begins) {
        return new ObligationAssigned(
                id,
                task,
                number / UNITS + 1,
                new TaskText(Optional.of("重点领域信息公开"), "政府信息公开", "组织机构", "各单位在县政府网站公开概况、内设机构、办公地址、电话等基本情况", "各单位", "按期"),
                new Assignment(unit(number % UNITS + 1), "单位" + (number % UNITS + 1), Role.LEAD),
                List.of(rule(number / UNITS % 4, year)),
                Optional.empty(),
                begins);
    }

    private static Rule rule(int kind, int year) {
        TimeLimit limit = switch (kind) {
            case 0 -> new TimeLimit.FixedDate("6月底前", LocalDate.of(year, 6, 30));
            case 1 -> new TimeLimit.Recurring("每月", Period.MONTH, Optional.empty(), Optional.empty(), Optional.empty());
            case 2 -> new TimeLimit.AfterTrigger("受理之日起5个工作日", 5, CountingUnit.WORKING_DAYS, "受理", Optional.empty());
            default -> new TimeLimit.Ongoing("适时");
        };
        var requirement = Requirement.once(kind == 2 ? RequirementKind.RESPONSE : RequirementKind.PUBLICATION);
        return new Rule(requirement, limit, RuleSource.DEADLINE, true);
    }

    private void happen(String id, int kind, int year, List<Happening> happenings) {
        for (int i = 1; i <= eventsEach; i++) {
            var at = ChinaTime.startOf(LocalDate.of(year, 1, 10))
                    .plus(Duration.ofMinutes((long) (random.nextDouble() * 325 * 24 * 60)));
            if (kind == 2 && i <= eventsEach / 2) {
                matter(id, i, at, happenings);
            } else if (kind != 2) {
                publication(id, kind, i, at, happenings);
            }
        }
        if (random.nextInt(10) == 0) {
            var at = ChinaTime.startOf(LocalDate.of(year, 6, 20));
            happenings.add(new Happening(at, id, new ObligationExtended("once", LocalDate.of(year, 7, 31), BASIS, at)));
        }
    }

    private void publication(String id, int kind, int number, Instant at, List<Happening> happenings) {
        // One in thirty duties with a date is never fulfilled, and one in ten only after its time.
        int fate = Math.floorMod(id.hashCode(), 30);
        var published = kind == 0 && fate < 4 ? at.plus(Duration.ofDays(200)) : at;
        if (kind == 0
                && (fate == 0
                        || ChinaTime.dateOf(published)
                                .isAfter(LocalDate.of(ChinaTime.dateOf(at).getYear(), 12, 20)))) {
            return;
        }
        var recordedAt = published.plus(Duration.ofMinutes(random.nextInt(8 * 24 * 60)));
        happenings.add(new Happening(
                recordedAt,
                id,
                new PublicationRecorded(
                        id + "-P" + number,
                        "单位概况、经济社会发展情况、内设机构、办公地址、电话等基本情况公开（" + number + "）",
                        URI.create("https://www.example.gov.cn/zwgk/" + id + "/" + number + ".html"),
                        published,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        if (random.nextInt(40) == 0) {
            var retracted = recordedAt.plus(Duration.ofDays(3));
            happenings.add(
                    new Happening(retracted, id, new PublicationRetracted(id + "-P" + number, BASIS, retracted)));
        }
    }

    private void matter(String id, int number, Instant at, List<Happening> happenings) {
        var matter = id + "-C" + number;
        var due = CALENDAR.count(at, 5, CountingUnit.WORKING_DAYS);
        happenings.add(new Happening(
                at,
                id,
                new CaseAccepted(
                        matter,
                        "群众来信",
                        at,
                        Optional.of("受理"),
                        Optional.of(due.on()),
                        Optional.empty(),
                        due.provisional())));
        if (random.nextInt(100) != 0) {
            var answered = at.plus(Duration.ofHours(20L + random.nextInt(random.nextInt(10) == 0 ? 400 : 100)));
            happenings.add(new Happening(
                    answered,
                    id,
                    new ResponseRecorded(
                            matter + "-R1",
                            matter,
                            "答复群众来信",
                            URI.create("https://www.example.gov.cn/hf/" + matter),
                            answered)));
        }
    }

    private void emit(Happening it) {
        sink.accept(new EventRecord(
                position,
                county,
                leaf++,
                it.subject(),
                sequences.merge(it.subject(), 0L, (before, _) -> before + 1),
                new UUID(7, position),
                it.recordedAt(),
                "bench",
                it.event()));
        position++;
    }
}
