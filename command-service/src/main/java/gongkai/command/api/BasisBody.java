package gongkai.command.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a person changes what stands. */
record BasisBody(
        @NotBlank @Size(max = 1000) @Schema(description = "Why, in one's own words")
        String reason,

        @NotBlank @Size(max = 500) @Schema(description = "The document or office that it rests on")
        String authority)
        implements Reasoned {}
