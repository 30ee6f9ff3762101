package gongkai.query;

import gongkai.event.Assignment;
import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
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
import gongkai.query.projection.Message;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A log of several counties as chance makes it; the same for the same seed. */
public final class SeededLog {

    private static final Instant BEGIN = Instant.parse("2019-03-01T00:00:00Z");

    private final RecordCodec codec = new RecordCodec();
    private final long seed;
    private final Random random;
    private final List<String> counties = new ArrayList<>();
    private final Map<String, Long> leaves = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, List<String>> obligations = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    public SeededLog(long seed, int counties) {
        System.out.println("Seed of the log: " + seed);
        this.seed = seed;
        random = new Random(seed);
        for (int i = 0; i < counties; i++) {
            this.counties.add("61092" + i);
        }
    }

    /** One record as the relay would send it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Entry(long position, String ledger, long leaf, byte[] bytes) {

        public int partition() {
            return Math.floorMod(ledger.hashCode(), 12);
        }
    }

    public long seed() {
        return seed;
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    public synchronized List<Entry> of(String ledger) {
        return entries.stream().filter(it -> it.ledger().equals(ledger)).toList();
    }

    /** Adds records and gives them. */
    public synchronized List<Entry> grow(int records) {
        int before = entries.size();
        while (entries.size() < before + records) {
            var county = counties.get(random.nextInt(counties.size()));
            var owed = obligations.computeIfAbsent(county, _ -> new ArrayList<>());
            int chance = random.nextInt(6);
            if (!leaves.containsKey(county)) {
                open(county);
            } else if (owed.isEmpty() || chance < 2) {
                assign(county, owed);
            } else if (chance == 2) {
                amend(county, pick(owed));
            } else {
                publish(county, pick(owed));
            }
        }
        return List.copyOf(entries.subList(before, before + records));
    }

    private String pick(List<String> owed) {
        return owed.get(random.nextInt(owed.size()));
    }

    private void open(String county) {
        add(county, county, new JurisdictionRegistered(county, "县" + county, BEGIN));
        for (int i = 1; i <= 3; i++) {
            add(
                    county,
                    county,
                    new UnitRegistered(
                            new UnitEntry(unit(county, i), "镇" + i, UnitKind.TOWN, List.of()),
                            Optional.empty(),
                            BEGIN));
        }
        var plan = county + "-2019";
        add(
                county,
                plan,
                new PlanImported(
                        plan,
                        2019,
                        "任务分解表",
                        Optional.empty(),
                        new SourceDocument("table.docx", "0".repeat(64), 1L),
                        List.of(),
                        BEGIN));
    }

    private static String unit(String county, int number) {
        return county + "-T0" + number;
    }

    private void assign(String county, List<String> owed) {
        var id = "%s-2019-%02d-T0%d".formatted(county, owed.size() / 3 + 1, owed.size() % 3 + 1);
        owed.add(id);
        add(
                county,
                id,
                new ObligationAssigned(
                        id,
                        id.substring(0, id.lastIndexOf('-')),
                        1,
                        text(),
                        assignment(county),
                        rules(),
                        Optional.empty(),
                        BEGIN));
    }

    private void amend(String county, String id) {
        add(county, id, new ObligationAmended(1, text(), assignment(county), rules(), new Basis("更正", "平政办"), BEGIN));
    }

    private void publish(String county, String id) {
        long number = sequences.getOrDefault(id, 0L);
        add(
                county,
                id,
                new PublicationRecorded(
                        id + "-P" + number,
                        "标题" + random.nextInt(),
                        URI.create("https://www.example.gov.cn/" + number),
                        BEGIN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Assignment assignment(String county) {
        return new Assignment(unit(county, random.nextInt(3) + 1), "镇", Role.LEAD);
    }

    private static TaskText text() {
        return new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况", "各镇", "4月底前");
    }

    private static List<Rule> rules() {
        return List.of(new Rule(
                Requirement.once(RequirementKind.PUBLICATION),
                new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                RuleSource.DEADLINE,
                true));
    }

    private void add(String county, String subject, Event event) {
        long position = entries.size();
        long leaf = leaves.merge(county, 0L, (before, _) -> before + 1);
        long sequence = sequences.merge(subject, 0L, (before, _) -> before + 1);
        var record = new EventRecord(
                position,
                county,
                leaf,
                subject,
                sequence,
                new UUID(7, position),
                BEGIN.plusMillis(position),
                "测试员",
                event);
        entries.add(new Entry(position, county, leaf, codec.encode(record)));
    }

    /** As if they stood in the topic one after the other, at the offsets of their positions. */
    public static List<Message> messages(List<Entry> entries) {
        return entries.stream()
                .map(it -> new Message("gongkai.events", it.partition(), it.position(), it.ledger(), it.bytes()))
                .toList();
    }
}
