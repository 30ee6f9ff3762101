package gongkai.query.asof;

import gongkai.query.record.LedgerTrees.KnownTree;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a ledger had committed to at the position that an answer speaks of. It follows from the records, and never changes. */
public record CoveringCheckpoint(
        @Schema(description = "The ledger's name in signed notes", example = "gongkai/610926")
        String origin,

        @Schema(description = "How many leaves the ledger had")
        long size,

        @Schema(description = "Root of the Merkle tree over them, base64")
        String root,

        @Schema(
                description =
                        "At the command API: the checkpoint of that size as a signed note, signed for whoever asks")
        String url) {

    static CoveringCheckpoint of(KnownTree it) {
        return new CoveringCheckpoint(
                "gongkai/" + it.ledger(),
                it.size(),
                it.root(),
                "/api/ledgers/%s/checkpoint?size=%d".formatted(it.ledger(), it.size()));
    }
}
