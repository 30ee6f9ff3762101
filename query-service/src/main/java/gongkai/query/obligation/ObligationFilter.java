package gongkai.query.obligation;

import gongkai.status.Status;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which obligations a list shows, and how many at a time. */
public record ObligationFilter(
        @Parameter(description = "A jurisdiction's code", example = "610926") @Nullable
        String jurisdiction,

        @Parameter(description = "A unit's code", example = "610926-T03") @Nullable
        String unit,

        @Parameter(description = "分类 as it stands in the table, without line breaks", example = "组织机构")
        @Size(max = 200)
        @Nullable
        String category,

        @Parameter(description = "One or more statuses", example = "OVERDUE") @Nullable
        List<Status> status,

        @Parameter(description = "Due before that day", example = "2019-11-01") @Nullable
        LocalDate dueBefore,

        @Parameter(description = "Words in content, category, directory or unit", example = "统计")
        @Size(max = 100)
        @Nullable
        String q,

        @Parameter(description = "«next» of the page before; at and known beside it change nothing") @Nullable
        String cursor,

        @Parameter(description = "At most so many, 100 unless told") @Min(1) @Max(500) @Nullable
        Integer limit) {

    @Nullable
    String ledger() {
        return Obligations.ledgerOf(jurisdiction, unit);
    }

    /** An empty field of a form asks for nothing. */
    public ObligationFilter {
        unit = blankToNull(unit);
        category = blankToNull(category);
        q = blankToNull(q);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public boolean shows(ObligationItem it) {
        return (unit == null || unit.equals(it.unit()))
                && (category == null || category.equals(it.category()))
                && (status == null || status.isEmpty() || status.contains(it.status()))
                && (dueBefore == null || it.dueOn().filter(dueBefore::isAfter).isPresent())
                && (q == null || textOf(it).contains(q.strip()));
    }

    private static String textOf(ObligationItem it) {
        return String.join("\n", it.directory(), it.category(), it.content(), it.unitName(), it.id());
    }
}
