package gongkai.query.evidence;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Whose obligations a bundle is about, and how much of the ledger goes with it. */
public record EvidenceQuery(
        @Parameter(description = "Only what this unit owes, by its code", example = "610926-T03") @Nullable
        String unit,

        @Parameter(description = "Only this obligation, by its id", example = "610926-2019-04-T03") @Nullable
        String obligation,

        @Parameter(
                description =
                        "Put in every record that was known, so that none can have been left out. A county's bundle "
                                + "always does; a unit's or an obligation's without it rests on the keeper's word in that.")
        @Nullable
        Boolean full,

        @Parameter(
                description =
                        "How many leaves the signed tree is to have: at least those that were known, which is the "
                                + "default. Give the size of a checkpoint that you kept, if that is larger.")
        @Min(1)
        @Nullable
        Long size) {}
