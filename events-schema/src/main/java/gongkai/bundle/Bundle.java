package gongkai.bundle;

import gongkai.event.SourceDocument;
import gongkai.proof.Hash;
import gongkai.proof.Tile;
import gongkai.proof.TlogProof;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A bundle's files, a pure function of its material: who has the material makes the same bundle, or sees that it is another. */
public final class Bundle {

    private Bundle() {}

    /** @throws RefusedException when the county's own first record is not among the records */
    public static SortedMap<String, byte[]> of(Material it) {
        var files = new TreeMap<String, byte[]>();
        putProven(files, it);
        putClaims(files, it);
        files.put(Paths.MANIFEST, Manifest.of(files));
        return files;
    }

    private static void putProven(SortedMap<String, byte[]> files, Material it) {
        files.put(Paths.QUESTION, Json.write(it.question()));
        files.put(Paths.CHECKPOINT, Text.utf8(it.checkpoint()));
        files.put(Paths.KEYS, Text.utf8(String.join("\n", it.keys()) + "\n"));
        putTiles(files, it.leaves());
        var tree = it.tree();
        it.records().forEach((leaf, record) -> {
            files.put(Paths.record(leaf), record);
            var proof = new TlogProof(leaf, tree.inclusion(leaf), it.checkpoint());
            files.put(Paths.proof(leaf), Text.utf8(proof.text()));
        });
        files.putAll(it.documents());
    }

    private static void putTiles(SortedMap<String, byte[]> files, List<Hash> leaves) {
        for (int from = 0; from < leaves.size(); from += Tile.FULL) {
            var hashes = leaves.subList(from, Math.min(from + Tile.FULL, leaves.size()));
            var bytes = ByteBuffer.allocate(hashes.size() * Hash.SIZE);
            hashes.forEach(hash -> bytes.put(hash.bytes()));
            files.put(Paths.tile(new Tile(0, from / Tile.FULL, hashes.size())), bytes.array());
        }
    }

    private static void putClaims(SortedMap<String, byte[]> files, Material material) {
        var question = material.question();
        var facts = LedgerFacts.of(Selection.known(question, decoded(material)));
        var jurisdiction = facts.jurisdiction()
                .orElseThrow(() -> new RefusedException(
                        Paths.RECORDS, "the county that the ledger belongs to is not among what was known"));
        var register = Register.of(jurisdiction, question);
        var statuses = Statuses.of(question, jurisdiction, facts);
        files.put(Paths.REGISTER, Json.write(register));
        files.put(Paths.STATUSES, Json.write(statuses));
        files.put(Paths.COVER, new Cover(material, register, statuses).html());
    }

    /** The documents that must be in it. */
    public static List<SourceDocument> documents(Question question, Collection<EventRecord> records) {
        var facts = LedgerFacts.of(Selection.known(question, records));
        return facts.documentsOf(Selection.obligations(question, facts).stream()
                .map(it -> it.assigned().obligation())
                .toList());
    }

    private static List<EventRecord> decoded(Material material) {
        var codec = new RecordCodec();
        return material.records().values().stream().map(codec::decode).toList();
    }
}
