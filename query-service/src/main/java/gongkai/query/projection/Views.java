package gongkai.query.projection;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All views: the records first, then those that can be rebuilt from them. */
@Component
public class Views {

    private final Projection records;
    private final List<Projection> others;

    /** @throws IllegalArgumentException when two have one name, or the records are not there */
    Views(List<Projection> projections) {
        Predicate<Projection> isRecords = it -> it.name().equals(Projection.RECORD);
        projections.stream()
                .map(Projection::name)
                .filter(it -> !it.matches("[a-z]+(_[a-z]+)*"))
                .forEach(it -> {
                    throw new IllegalArgumentException("A view cannot be called «" + it + "»");
                });
        if (projections.stream().map(Projection::name).distinct().count() != projections.size()) {
            throw new IllegalArgumentException("Two views have the same name");
        }
        records = projections.stream()
                .filter(isRecords)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No view keeps the records"));
        others = projections.stream().filter(isRecords.negate()).toList();
    }

    Projection records() {
        return records;
    }

    List<Projection> others() {
        return others;
    }

    Optional<Projection> byName(String name) {
        return Stream.concat(Stream.of(records), others.stream())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /** The records first. */
    public List<String> names() {
        return Stream.concat(Stream.of(records), others.stream())
                .map(Projection::name)
                .toList();
    }
}
