package gongkai.query.progress;

import gongkai.query.agreement.Agreement;
import gongkai.query.projection.Parking.Parked;
import gongkai.query.projection.Progress;
import gongkai.time.ChinaTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How far everything is. */
public record ProjectionsAnswer(
        List<ProjectionItem> items,

        @Schema(description = "The partitions of gongkai.events that this instance reads")
        List<PartitionItem> feed) {

    /** What is of these counties; that a view is parked stays, but not at which record of another county. */
    ProjectionsAnswer of(Predicate<String> counties) {
        return new ProjectionsAnswer(items.stream().map(it -> it.of(counties)).toList(), feed);
    }

    public record ProjectionItem(
            String name,

            @Schema(
                    description =
                            "LIVE: applied with each batch. BEHIND: catching up. PARKED: refused a record and waits.")
            State state,

            List<LedgerItem> ledgers,

            @Schema(description = "Absent also where the record is another county's")
            Optional<ParkedItem> parked,

            Optional<RebuildItem> rebuild) {

        private ProjectionItem of(Predicate<String> counties) {
            return new ProjectionItem(
                    name,
                    state,
                    ledgers.stream().filter(it -> counties.test(it.ledger())).toList(),
                    parked.filter(it -> counties.test(it.ledger())),
                    rebuild);
        }
    }

    public enum State {
        LIVE,
        BEHIND,
        PARKED
    }

    public record LedgerItem(
            String ledger,

            @Schema(description = "Of the newest record applied; below 2^53")
            long position,

            long leaf,

            @Schema(description = "How many records are known to exist that are not applied yet")
            long lag,

            @Schema(description = "Merkle root (RFC 6962) over all records applied, base64; absent while behind")
            Optional<String> root,

            AgreementItem agreement) {}

    public record AgreementItem(
            Agreement.State state,

            @Schema(description = "Size of the newest checkpoint that agreed")
            Optional<Long> size,

            @Schema(description = "Size of the newest checkpoint that is not compared yet")
            Optional<Long> awaited,

            Optional<String> reason) {

        static AgreementItem of(Agreement it) {
            return new AgreementItem(it.state(), it.size(), it.awaited(), it.reason());
        }
    }

    public record ParkedItem(
            @Schema(description = "Of the record that it refused")
            long position,

            String ledger,
            long leaf,
            String error,
            OffsetDateTime since) {

        static ParkedItem of(Parked it) {
            return new ParkedItem(it.position(), it.ledger(), it.leaf(), it.error(), ChinaTime.at(it.since()));
        }
    }

    public record RebuildItem(
            Progress.State state,
            long done,
            long total,
            Optional<Long> secondsLeft,
            OffsetDateTime startedAt,
            Optional<String> error) {

        static RebuildItem of(Progress it) {
            return new RebuildItem(
                    it.state(),
                    it.done(),
                    it.total(),
                    it.left().map(Duration::toSeconds),
                    ChinaTime.at(it.startedAt()),
                    it.error());
        }
    }

    public record PartitionItem(
            int partition,

            @Schema(description = "Messages that wait, as of the last batch")
            Optional<Long> lag,

            @Schema(description = "Why it stands still; absent when it does not")
            Optional<String> standstill) {}
}
