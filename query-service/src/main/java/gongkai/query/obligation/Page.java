package gongkai.query.obligation;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.asof.Cursor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, in the order of its keys. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as cursor for what follows in the same state; absent at the end")
        Optional<String> next,

        AnsweredAsOf asOf) {

    private static final int DEFAULT_LIMIT = 100;

    /** @param sorted everything, in the order of {@code key}, which is unique */
    public static <T> Page<T> of(
            List<T> sorted,
            Function<T, String> key,
            @Nullable String cursor,
            @Nullable Integer limit,
            AnsweredAsOf asOf) {
        var after = Cursor.given(cursor).map(Cursor::key).orElse("");
        var rest =
                sorted.stream().filter(it -> key.apply(it).compareTo(after) > 0).toList();
        int size = limit == null ? DEFAULT_LIMIT : limit;
        var items = rest.subList(0, Math.min(size, rest.size()));
        return new Page<>(
                items,
                rest.size() > size
                        ? Optional.of(
                                Cursor.after(key.apply(items.getLast()), asOf).text())
                        : Optional.empty(),
                asOf);
    }
}
