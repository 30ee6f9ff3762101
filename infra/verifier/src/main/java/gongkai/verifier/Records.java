package gongkai.verifier;

import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.RefusedException;
import gongkai.bundle.Selection;
import gongkai.proof.Hash;
import gongkai.proof.TlogProof;
import gongkai.record.EventRecord;
import gongkai.record.MalformedRecordException;
import gongkai.record.RecordCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of a bundle, by their leaves: each proven, each where it says, and none missing that must be here. */
record Records(SortedMap<Long, byte[]> bytes, List<EventRecord> records) {

    /** @throws RefusedException for the first leaf that is wrong or missing */
    static Records of(Contents contents, Question question, SignedTree tree) {
        var bytes = new TreeMap<Long, byte[]>();
        contents.files().forEach((path, file) -> Paths.leafOf(path).ifPresent(leaf -> bytes.put(leaf, file)));
        var codec = new RecordCodec();
        var records = bytes.entrySet().stream()
                .map(it -> proven(it.getKey(), it.getValue(), contents, question, tree, codec))
                .toList();
        checkOrder(records);
        checkStreams(records);
        checkSelection(records, question);
        return new Records(bytes, records);
    }

    private static EventRecord proven(
            long leaf, byte[] bytes, Contents contents, Question question, SignedTree tree, RecordCodec codec) {
        var path = Paths.record(leaf);
        if (leaf >= tree.leaves().size()
                || !Hash.ofLeaf(bytes).equals(tree.leaves().get((int) leaf))) {
            throw new RefusedException(path, "it is not that leaf of the signed tree");
        }
        var proof = TlogProof.parse(contents.text(Paths.proof(leaf)));
        if (proof.filter(it -> it.index() == leaf && it.checkpoint().equals(tree.note()))
                .filter(it -> it.proves(bytes, tree.checkpoint()))
                .isEmpty()) {
            throw new RefusedException(Paths.proof(leaf), "it does not prove the record " + path);
        }
        var record = decode(path, bytes, codec);
        if (record.leaf() != leaf || !record.ledger().equals(question.ledger())) {
            throw new RefusedException(
                    path, "it says that it is leaf %d of ledger «%s»".formatted(record.leaf(), record.ledger()));
        }
        return record;
    }

    private static EventRecord decode(String path, byte[] bytes, RecordCodec codec) {
        try {
            return codec.decodeCanonical(bytes)
                    .orElseThrow(() -> new RefusedException(path, "it is not written as records are"));
        } catch (MalformedRecordException e) {
            throw new RefusedException(path, String.valueOf(e.getMessage()));
        }
    }

    private static void checkOrder(List<EventRecord> records) {
        for (int i = 1; i < records.size(); i++) {
            var before = records.get(i - 1);
            var it = records.get(i);
            if (it.position() <= before.position() || it.recordedAt().isBefore(before.recordedAt())) {
                throw new RefusedException(Paths.record(it.leaf()), "it is not later than the record before it");
            }
        }
    }

    private static void checkStreams(List<EventRecord> records) {
        Map<String, Long> next = new HashMap<>();
        for (var it : records) {
            long expected = next.merge(it.subject(), 1L, Long::sum) - 1;
            if (it.sequence() != expected) {
                throw new RefusedException(
                        Paths.record(it.leaf()),
                        "it is number %d of «%s», but number %d is missing"
                                .formatted(it.sequence(), it.subject(), expected));
            }
        }
    }

    private static void checkSelection(List<EventRecord> records, Question question) {
        firstMissing(records, question).ifPresent(leaf -> {
            throw new RefusedException(
                    Paths.record(leaf), "it is missing, so what was known by then may not be here whole");
        });
        var selected = Set.copyOf(Selection.leaves(question, records));
        records.stream().filter(it -> !selected.contains(it.leaf())).findFirst().ifPresent(it -> {
            throw new RefusedException(Paths.record(it.leaf()), "nothing that is claimed depends on it");
        });
    }

    /** Of a whole ledger: all leaves up to one that is later than was known, or up to the end of the tree. */
    private static Optional<Long> firstMissing(List<EventRecord> records, Question question) {
        if (!question.complete()) {
            return Optional.empty();
        }
        for (int leaf = 0; leaf < records.size(); leaf++) {
            if (records.get(leaf).leaf() != leaf) {
                return Optional.of((long) leaf);
            }
        }
        boolean ends = records.size() == question.size()
                || (!records.isEmpty() && records.getLast().position() > question.known());
        return ends ? Optional.empty() : Optional.of((long) records.size());
    }
}
