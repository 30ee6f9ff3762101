package gongkai.verifier;

import gongkai.bundle.Archive;
import gongkai.bundle.Bundle;
import gongkai.bundle.Material;
import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.Scope;
import gongkai.bundle.Selection;
import gongkai.bundle.Sha256;
import gongkai.event.Assignment;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.UnitRegistered;
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
import gongkai.proof.Checkpoint;
import gongkai.proof.Cosigner;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.NoteSigner;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import gongkai.time.TimeLimit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ledger of a county with some units, one obligation each, in memory; it signs and makes bundles as the services do. */
final class SampleLedger {

    static final String CODE = "610926";
    static final String OBLIGATION = "610926-2019-04-T01";
    static final String UNIT = "610926-T01";
    static final Instant OPENED = Instant.parse("2019-03-01T00:00:00Z");

    private static final byte[] DOCUMENT = "政务公开工作任务分解表".getBytes(StandardCharsets.UTF_8);
    private static final SourceDocument SOURCE =
            new SourceDocument("分解表.docx", Sha256.of(DOCUMENT), (long) DOCUMENT.length);

    private final RecordCodec codec = new RecordCodec();
    private final List<byte[]> records = new ArrayList<>();
    private final Map<String, Long> streams = new HashMap<>();
    private final KeyPair key;
    private final List<Cosigner> witnesses = new ArrayList<>();

    private SampleLedger(SecureRandom random) {
        this.key = newKey(random);
    }

    /** Assigned on 1 March; units with an odd number published in time, those with an even one two days late. */
    static SampleLedger of(int units) {
        return of(units, new SecureRandom());
    }

    /** The same ledger each time, its key too. */
    static SampleLedger fixed(int units) {
        return of(units, new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) 7);
            }
        });
    }

    private static SampleLedger of(int units, SecureRandom random) {
        var ledger = new SampleLedger(random);
        ledger.append(CODE, new JurisdictionRegistered(CODE, "平利县", OPENED));
        ledger.append(
                CODE,
                new CalendarAdopted(
                        2019,
                        "国办发明电〔2018〕15号",
                        LocalDate.parse("2018-12-06"),
                        List.of(LocalDate.parse("2019-05-01")),
                        List.of(LocalDate.parse("2019-04-28")),
                        OPENED));
        for (int i = 1; i <= units; i++) {
            ledger.append(CODE, new UnitRegistered(unit(i), Optional.empty(), OPENED));
        }
        ledger.append(
                "610926-2019",
                new PlanImported("610926-2019", 2019, "2019年任务分解表", Optional.empty(), SOURCE, List.of(), OPENED));
        for (int i = 1; i <= units; i++) {
            ledger.append(obligation(i), assigned(i));
        }
        for (int i = 1; i <= units; i++) {
            ledger.publish(i, i % 2 == 1 ? "2019-04-28T02:00:00Z" : "2019-05-02T02:00:00Z");
        }
        return ledger;
    }

    private static UnitEntry unit(int number) {
        return new UnitEntry(unitCode(number), "第" + number + "镇", UnitKind.TOWN, List.of());
    }

    private static String unitCode(int number) {
        return CODE + "-T%02d".formatted(number);
    }

    static String obligation(int number) {
        return CODE + "-2019-04-T%02d".formatted(number);
    }

    private static ObligationAssigned assigned(int number) {
        return new ObligationAssigned(
                obligation(number),
                "610926-2019-04",
                4,
                new TaskText(Optional.empty(), "政府信息公开", "组织机构", "镇情概况 <b>&", "各镇", "4月\n底前"),
                new Assignment(unitCode(number), "第" + number + "镇", Role.LEAD),
                List.of(new Rule(
                        Requirement.once(RequirementKind.PUBLICATION),
                        new TimeLimit.FixedDate("4月底前", LocalDate.parse("2019-04-30")),
                        RuleSource.DEADLINE,
                        true)),
                Optional.empty(),
                OPENED);
    }

    void publish(int number, String at) {
        append(
                obligation(number),
                new PublicationRecorded(
                        obligation(number) + "-P" + streams.get(obligation(number)),
                        "镇情概况",
                        URI.create("https://www.example.gov.cn/" + number),
                        Instant.parse(at),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Every second position belongs to another county. */
    void append(String subject, Event event) {
        long leaf = records.size();
        records.add(codec.encode(new EventRecord(
                2 * leaf,
                CODE,
                leaf,
                subject,
                streams.merge(subject, 1L, Long::sum) - 1,
                new UUID(7, leaf),
                OPENED.plus(Duration.ofHours(leaf)),
                "测试员",
                event)));
    }

    private static KeyPair newKey(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private NoteSigner signer() {
        return new NoteSigner("gongkai/" + CODE, key);
    }

    String verifierKey() {
        return signer().verifierKey();
    }

    /** Another witness, which cosigns every tree from now on. */
    Cosigner witnessed(String name) {
        var witness = new Cosigner(name, newKey(new SecureRandom()));
        witnesses.add(witness);
        return witness;
    }

    int size() {
        return records.size();
    }

    /** Replaces a record as somebody would who holds the database. */
    void rewrite(int leaf, byte[] record) {
        records.set(leaf, record);
    }

    byte[] record(int leaf) {
        return records.get(leaf).clone();
    }

    /** Of the first leaves. */
    String checkpoint(int size) {
        var body = new Checkpoint(
                        "gongkai/" + CODE, size, MerkleTree.of(leaves(size)).root())
                .body();
        return signer().sign(body)
                + witnesses.stream().map(it -> it.cosign(body, OPENED).line()).collect(Collectors.joining());
    }

    private List<Hash> leaves(int size) {
        return records.subList(0, size).stream().map(Hash::ofLeaf).toList();
    }

    Question question(Scope scope, String subject, int known, int size, boolean complete) {
        var at = Instant.parse("2019-05-03T15:59:59.999999Z");
        return new Question(Question.FORMAT, CODE, scope, subject, at, 2L * known, (long) size, complete);
    }

    /** About everything that is there. */
    Question question(Scope scope, String subject, boolean complete) {
        return question(scope, subject, size() - 1, size(), complete);
    }

    byte[] bundle(Question question) {
        return Archive.write(files(question));
    }

    SortedMap<String, byte[]> files(Question question) {
        int size = Math.toIntExact(question.size());
        var decoded = records.subList(0, size).stream().map(codec::decode).toList();
        var selected = new TreeMap<Long, byte[]>();
        Selection.leaves(question, decoded).forEach(it -> selected.put(it, records.get(it.intValue())));
        return Bundle.of(material(question, selected));
    }

    /** With other records than those that belong in it. */
    Material material(Question question, SortedMap<Long, byte[]> selected) {
        int size = Math.toIntExact(question.size());
        return new Material(
                question,
                checkpoint(size),
                Stream.concat(Stream.of(verifierKey()), witnesses.stream().map(Cosigner::verifierKey))
                        .toList(),
                leaves(size),
                selected,
                new TreeMap<>(Map.of(Paths.document(SOURCE), DOCUMENT)));
    }
}
