package gongkai.query.evidence;

import gongkai.bundle.Archive;
import gongkai.bundle.Bundle;
import gongkai.bundle.Material;
import gongkai.bundle.Paths;
import gongkai.bundle.Question;
import gongkai.bundle.Selection;
import gongkai.http.ProblemException;
import gongkai.proof.Checkpoint;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import gongkai.proof.SignedNote;
import gongkai.query.asof.QueryProblem;
import gongkai.record.EventRecord;
import gongkai.record.RecordCodec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers what a bundle is made from: records from here, signatures and documents from who keeps the ledger. */
@Component
class EvidenceBundles {

    /** A record takes two files, and the archive can hold no more. */
    private static final int MOST_RECORDS = Archive.MAX_FILES / 2 - 1_000;

    private final LedgerRecords records;
    private final LedgerKeeper keeper;
    private final RecordCodec codec = new RecordCodec();

    EvidenceBundles(LedgerRecords records, LedgerKeeper keeper) {
        this.records = records;
        this.keeper = keeper;
    }

    /** @throws ProblemException when the ledger's service is away, or signs another tree than the one over the records here */
    byte[] bundle(Question question) {
        var all = records.first(question.ledger(), question.size());
        var decoded = all.stream().map(codec::decode).toList();
        var leaves = Selection.leaves(question, decoded);
        if (leaves.size() > MOST_RECORDS) {
            throw new ProblemException(
                    QueryProblem.EVIDENCE_TOO_LARGE,
                    "It would take %d records, a bundle holds %d at most; ask for a unit or an obligation without «full»."
                            .formatted(leaves.size(), MOST_RECORDS));
        }
        var selected = new TreeMap<Long, byte[]>();
        leaves.forEach(it -> selected.put(it, all.get(it.intValue())));
        var hashes = all.stream().map(Hash::ofLeaf).toList();
        var note = checkpoint(question, hashes);
        return Archive.write(Bundle.of(
                new Material(question, note, signers(question, note), hashes, selected, documents(question, decoded))));
    }

    private String checkpoint(Question question, List<Hash> leaves) {
        var note = keeper.checkpoint(question.ledger(), question.size());
        var here = new Checkpoint(
                question.origin(), leaves.size(), MerkleTree.of(leaves).root());
        var signed = Checkpoint.parseNote(note);
        if (signed.filter(here::equals).isEmpty()) {
            throw new ProblemException(
                    QueryProblem.EVIDENCE_CONTRADICTED,
                    "Over the first %d records of %s here is the tree with root %s, but the ledger signed %s: one of the two was changed. Audit the ledger; OPERATIONS, “A ledger DISAGREES”, says how to go on."
                            .formatted(
                                    question.size(),
                                    question.ledger(),
                                    here.root(),
                                    signed.map(it -> it.size() + " with root " + it.root())
                                            .orElse("none")));
        }
        return note;
    }

    /** The ledger's keys, then its witnesses'. */
    private List<String> signers(Question question, String note) {
        var keys = keeper.verifierKeys(question.ledger()).stream()
                .filter(it -> SignedNote.isSigned(note, it))
                .toList();
        if (keys.isEmpty()) {
            throw LedgerKeeper.unavailable("The ledger's service names no key that signed its checkpoint.");
        }
        return Stream.concat(
                        keys.stream(),
                        keeper.witnesses(question.ledger()).stream().filter(it -> SignedNote.isSigned(note, it)))
                .toList();
    }

    private SortedMap<String, byte[]> documents(Question question, List<EventRecord> decoded) {
        var documents = new TreeMap<String, byte[]>();
        Bundle.documents(question, decoded)
                .forEach(it -> documents.put(Paths.document(it), keeper.document(it.sha256())));
        return documents;
    }
}
