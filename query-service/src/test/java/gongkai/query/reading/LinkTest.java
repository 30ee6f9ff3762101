package gongkai.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {

    private static final Instant AT = Instant.parse("2019-05-06T01:00:00.120Z");

    private static Reading reading(long length) {
        return new Reading(
                "anonymous",
                ReadingKind.EXPORT,
                "/api/jurisdictions/610926/export?format=csv",
                AT,
                AT,
                413,
                "ab",
                length);
    }

    @Test
    void the_hash_is_of_the_lines_that_the_inspectors_guide_lists() throws Exception {
        var link = Link.after(Link.BEGINNING, "610926", 1, AT, reading(7));
        var lines = """
                gongkai-reading/1
                0000000000000000000000000000000000000000000000000000000000000000
                610926
                1
                2019-05-06T01:00:00.120Z
                anonymous
                EXPORT
                /api/jurisdictions/610926/export?format=csv
                2019-05-06T01:00:00.120Z
                2019-05-06T01:00:00.120Z
                413
                ab
                7
                """;
        assertThat(link.hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_reading_follows_only_the_one_that_it_was_chained_to() {
        var first = Link.after(Link.BEGINNING, "610926", 1, AT, reading(7));
        var second = Link.after(first.hash(), "610926", 2, AT, reading(8));
        assertThat(second.follows(first.hash())).isTrue();
        assertThat(second.follows(Link.BEGINNING)).isFalse();
        assertThat(new Link("610926", 2, AT, reading(9), second.hash()).follows(first.hash()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /api/jurisdictions/610926/evidence,          false, EVIDENCE
            /api/jurisdictions/610926/export,            false, EXPORT
            /api/jurisdictions/610926/bulletins/2019-05, false, BULLETIN
            /jurisdictions/610926/bulletins/2019-05,     true,  BULLETIN
            /api/obligations/610926-2019-04-T03/trail,   false, TRAIL
            /units/610926-T03/trail,                     true,  TRAIL
            /api/jurisdictions/610926/diff,              false, DIFFERENCE
            /api/jurisdictions/610926/status,            true,  AS_OF
            /,                                           true,  AS_OF
            /api/jurisdictions/610926/status,            false,
            /jurisdictions/610926/readings,              false,
            """)
    void what_is_on_record_is_one_list(String path, boolean namesMoment, @Nullable ReadingKind kind) {
        assertThat(ReadingKind.of(path, namesMoment).orElse(null)).isEqualTo(kind);
    }
}
