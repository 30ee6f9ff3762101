package gongkai.query.office;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell: lines of text, some of which lead somewhere.
 *
 * @param continued whether it is merged with the cell above it, whose text it repeats
 */
public record OfficeCell(List<Line> lines, boolean continued) {

    /** A line of it. */
    public record Line(String text, Optional<URI> address) {

        public Line(String text) {
            this(text, Optional.empty());
        }
    }

    public OfficeCell {
        lines = List.copyOf(lines);
    }

    /** Raw text, whose line breaks divide lines. */
    public static OfficeCell of(String text, boolean continued) {
        return new OfficeCell(Stream.of(text.split("\n", -1)).map(Line::new).toList(), continued);
    }

    public static OfficeCell of(Object value) {
        return of(String.valueOf(value), false);
    }

    String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** The address that the cell as a whole leads to, when all that it holds leads to one. */
    Optional<URI> address() {
        var addresses =
                lines.stream().flatMap(it -> it.address().stream()).distinct().toList();
        return addresses.size() == 1 ? Optional.of(addresses.getFirst()) : Optional.empty();
    }
}
