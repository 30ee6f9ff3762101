package gongkai.query;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.ObligationEvent.ObligationAssigned;
import gongkai.event.ObligationEvent.PublicationRecorded;
import gongkai.event.PlanEvent.PlanImported;
import gongkai.event.PlanEvent.TaskDefined;
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
import gongkai.record.RecordCodec;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A ledger's records on the topic as the relay would send them: one county, one unit, one obligation. */
public final class LedgerOnTopic implements AutoCloseable {

    public static final String OBLIGATION = "610926-2019-04-T03";
    public static final Instant OPENED = Instant.parse("2019-03-01T00:00:00Z");

    private static final String PLAN = "610926-2019";
    private static final String TOPIC = "gongkai.events";

    private final RecordCodec codec = new RecordCodec();
    private final KafkaProducer<String, byte[]> producer;

    public LedgerOnTopic(String bootstrapServers) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "ledger-on-topic"),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Positions and leaves are the same here: there is one ledger. */
    public void send(long position, Instant recordedAt, String subject, Event event) {
        var record = new EventRecord(
                position, "610926", position, subject, 0, new UUID(7, position), recordedAt, "测试员", event);
        send("610926", codec.encode(record));
    }

    /** In a transaction, as the relay does: its end takes an offset of its own. */
    public void send(String key, byte[] bytes) {
        producer.beginTransaction();
        var sent = producer.send(new ProducerRecord<>(TOPIC, key, bytes));
        producer.commitTransaction();
        assertThat(sent).isDone();
    }

    public void openCounty() {
        send(0, OPENED, "610926", new JurisdictionRegistered("610926", "平利县", OPENED));
        send(1, OPENED, "610926", registered("610926-T03", "老县镇", UnitKind.TOWN));
        send(2, OPENED, OBLIGATION, assigned());
    }

    /** After the county was opened: another unit, and the table and the row that the obligation is of. */
    public void importTable() {
        send(3, OPENED, "610926", registered("610926-D99", "某局", UnitKind.DEPARTMENT));
        send(
                4,
                OPENED,
                PLAN,
                new PlanImported(
                        PLAN,
                        2019,
                        "任务分解表",
                        Optional.empty(),
                        new SourceDocument("table.docx", "0".repeat(64), 1L),
                        List.of(),
                        OPENED));
        var it = assigned();
        send(
                5,
                OPENED,
                PLAN,
                new TaskDefined(
                        it.task(),
                        it.row(),
                        it.text(),
                        List.of(it.assignment()),
                        it.rules(),
                        List.of(),
                        Optional.empty(),
                        OPENED));
    }

    private static UnitRegistered registered(String unit, String name, UnitKind kind) {
        return new UnitRegistered(new UnitEntry(unit, name, kind, List.of()), Optional.empty(), OPENED);
    }

    public void publish(long position, Instant recordedAt, String title, String publishedAt) {
        send(
                position,
                recordedAt,
                OBLIGATION,
                new PublicationRecorded(
                        OBLIGATION + "-P" + position,
                        title,
                        URI.create("https://www.example.gov.cn/" + position),
                        Instant.parse(publishedAt),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static ObligationAssigned assigned() {
        return new ObligationAssigned(
                OBLIGATION,
                "610926-2019-04",
                4,
                new TaskText(Optional.empty(), "政府信息\n公开", "组织机构", "镇情概况", "各镇", "4月\n底前"),
                new Assignment("610926-T03", "老县镇", Role.LEAD),
                List.of(new Rule(
                        Requirement.once(RequirementKind.PUBLICATION),
                        new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                        RuleSource.DEADLINE,
                        true)),
                Optional.empty(),
                OPENED);
    }

    @Override
    public void close() {
        producer.close();
    }
}
