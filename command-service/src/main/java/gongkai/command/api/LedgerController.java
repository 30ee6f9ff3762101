package gongkai.command.api;

import gongkai.command.audit.Audit;
import gongkai.command.audit.Fault;
import gongkai.command.checkpoint.Checkpoints;
import gongkai.command.checkpoint.RolledBackException;
import gongkai.command.ledger.Ledger;
import gongkai.command.witness.Cosignatures;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.http.Refuses;
import gongkai.proof.Hash;
import gongkai.proof.MerkleTree;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/ledgers/{code}", produces = "application/json")
@Tag(
        name = "Ledger 台账",
        description = "Evidence that nothing was rewritten: a Merkle tree over the ledger's records (RFC 6962)")
class LedgerController {

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;

    LedgerController(Ledger ledger, Checkpoints checkpoints, Cosignatures cosignatures) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Sign what the ledger commits to",
            description =
                    "A C2SP checkpoint (origin, size, root) as an Ed25519 signed note. Keep it: no ledger that does not "
                            + "begin with this tree is signed again. With a size: of the tree that the ledger had when it "
                            + "had so many leaves, always the same bytes while the keys are the same. What witnesses "
                            + "cosigned stands below it; a tree gets that within seconds after it was the newest, or never.")
    @Refuses({
        "REQUEST_MALFORMED",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "LEDGER_ROLLED_BACK",
        "LEDGER_DAMAGED",
        "LEDGER_UNAVAILABLE"
    })
    String signCheckpoint(@PathVariable String code, @RequestParam @Min(1) @Nullable Long size) {
        requireLedger(code);
        if (size != null) {
            requireLeaves(code, "size", size);
        }
        try {
            return cosignatures.below(
                    code, size == null ? checkpoints.sign(code).note() : checkpoints.signEarlier(code, size));
        } catch (RolledBackException e) {
            throw new ProblemException(CommandProblem.LEDGER_ROLLED_BACK, e.detail());
        }
    }

    @GetMapping(path = "/vkey", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "Give the key that checks checkpoints", description = "In the C2SP form name+id+key.")
    @Refuses({"JURISDICTION_UNKNOWN", "LEDGER_UNAVAILABLE"})
    String giveVerifierKey(@PathVariable String code) {
        requireLedger(code);
        return checkpoints.verifierKeys(code).getFirst() + "\n";
    }

    @GetMapping(path = "/vkeys", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Give all keys that ever signed",
            description =
                    "One a line, the present one first: by them checkpoints from before a change of keys are checked.")
    @Refuses({"JURISDICTION_UNKNOWN", "LEDGER_UNAVAILABLE"})
    String giveVerifierKeys(@PathVariable String code) {
        requireLedger(code);
        return String.join("\n", checkpoints.verifierKeys(code)) + "\n";
    }

    @GetMapping(path = "/witnesses", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Give the keys of all witnesses that ever cosigned",
            description = "One a line, in the C2SP form name+id+key; nothing when there is none. Get the key of a "
                    + "witness that you rely on from who runs it.")
    @Refuses({"JURISDICTION_UNKNOWN", "LEDGER_UNAVAILABLE"})
    String giveWitnesses(@PathVariable String code) {
        requireLedger(code);
        return cosignatures.verifierKeys(code).stream().map(it -> it + "\n").collect(Collectors.joining());
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Audit a ledger",
            description =
                    "Reads every row again: place, columns, bytes, hash, order of streams, and the tree that the ledger "
                            + "committed to. Names the first bad leaf and what is wrong with it.")
    @Refuses({"JURISDICTION_UNKNOWN", "LEDGER_UNAVAILABLE"})
    Verification verifyLedger(@PathVariable String code) {
        requireLedger(code);
        var report = Audit.of(ledger, code);
        return new Verification(
                report.fault().isEmpty(),
                report.size(),
                report.root().base64(),
                report.fault().flatMap(Fault::leaf),
                report.fault().map(Fault::kind),
                report.fault().map(Fault::what));
    }

    @GetMapping("/proofs/inclusion")
    @Operation(
            summary = "Prove that a leaf is in the tree",
            description = "The hashes from the leaf's side to the root of the tree of the first size leaves.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "JURISDICTION_UNKNOWN", "LEDGER_DAMAGED", "LEDGER_UNAVAILABLE"})
    Proof proveInclusion(@PathVariable String code, @RequestParam @Min(0) long leaf, @RequestParam @Min(1) long size) {
        var tree = treeOf(code, "size", size);
        if (leaf >= size) {
            throw invalid("leaf", "«leaf» is %d; a tree of %d has leaves 0 to %d.".formatted(leaf, size, size - 1));
        }
        return Proof.of(tree.inclusion(leaf));
    }

    @GetMapping("/proofs/consistency")
    @Operation(
            summary = "Prove that the tree only grew",
            description = "The hashes by which the tree of to leaves is seen to begin with the tree of from leaves.")
    @Refuses({"REQUEST_MALFORMED", "FIELD_INVALID", "JURISDICTION_UNKNOWN", "LEDGER_DAMAGED", "LEDGER_UNAVAILABLE"})
    Proof proveConsistency(@PathVariable String code, @RequestParam @Min(1) long from, @RequestParam @Min(1) long to) {
        var tree = treeOf(code, "to", to);
        if (from > to) {
            throw invalid("from", "«from» is %d; a tree of %d cannot have grown from it.".formatted(from, to));
        }
        return Proof.of(tree.consistency(from));
    }

    private MerkleTree treeOf(String code, String field, long size) {
        requireLedger(code);
        requireLeaves(code, field, size);
        return ledger.tree(code, size);
    }

    private void requireLeaves(String code, String field, long size) {
        long leaves = ledger.tree(code).size();
        if (leaves < size) {
            throw invalid(field, "«%s» is %d, but the ledger %s has %d leaves.".formatted(field, size, code, leaves));
        }
    }

    private void requireLedger(String code) {
        if (ledger.head(code).isEmpty()) {
            throw new ProblemException(CommandProblem.JURISDICTION_UNKNOWN, "There is no ledger «%s».".formatted(code));
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(CommonProblem.FIELD_INVALID, detail, Map.of("field", field));
    }

    record Verification(
            boolean valid,

            @Schema(description = "How many leaves were read")
            long size,

            @Schema(description = "Root of the tree over them, base64")
            String root,

            @Schema(description = "Absent when there is no fault, or no single leaf is to blame")
            Optional<Long> firstBadLeaf,

            Optional<Fault.Kind> fault,

            Optional<String> problem) {}

    record Proof(@Schema(description = "Base64") List<String> hashes) {

        static Proof of(List<Hash> path) {
            return new Proof(path.stream().map(Hash::base64).toList());
        }
    }
}
