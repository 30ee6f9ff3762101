package gongkai.query.notice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** A notice with its place in the order of issue. */
public record NumberedNotice(
        @Schema(description = "From 1, without gaps; smaller than 2^53")
        long number,

        @JsonUnwrapped NoticeItem notice) {}
