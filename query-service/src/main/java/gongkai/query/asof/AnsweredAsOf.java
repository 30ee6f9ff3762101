package gongkai.query.asof;

import gongkai.query.record.LedgerTrees.KnownTree;
import gongkai.status.AsOf;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What an answer speaks of. Asked again with this «at» and «known=position:N», it is the same for ever. */
public record AnsweredAsOf(
        @Schema(description = "The moment in the world") OffsetDateTime at,

        @Schema(description = "The moment by which it had been recorded")
        OffsetDateTime known,

        @Schema(description = "The last position that the answer uses; -1: nothing was known")
        long position,

        @Schema(
                description =
                        "Of each ledger that the answer is about, the checkpoint that covers exactly what was known")
        List<CoveringCheckpoint> checkpoints) {

    public AnsweredAsOf {
        checkpoints = List.copyOf(checkpoints);
    }

    /** @param trees of each ledger that the answer is about, as it was known */
    static AnsweredAsOf of(Instant at, Instant known, long position, List<KnownTree> trees) {
        return new AnsweredAsOf(
                ChinaTime.at(at),
                ChinaTime.at(known),
                position,
                trees.stream().map(CoveringCheckpoint::of).toList());
    }

    public AsOf asOf() {
        return new AsOf(at.toInstant(), position);
    }
}
