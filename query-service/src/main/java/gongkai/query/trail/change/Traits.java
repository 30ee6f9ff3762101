package gongkai.query.trail.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How something reads at one moment; two of them make the changes between. */
final class Traits {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::what).thenComparing(Key::of);

    private final SortedMap<Key, String> values = new TreeMap<>(ORDER);

    /** @param of empty: there is only one */
    private record Key(Trait what, String of) {}

    Traits with(Trait what, String value) {
        return with(what, "", value);
    }

    /** Without a value there is none: an empty cell, nobody who takes part. */
    Traits with(Trait what, String of, String value) {
        if (!value.isEmpty()) {
            values.put(new Key(what, of), value);
        }
        return this;
    }

    Traits with(Trait what, Optional<?> value) {
        value.ifPresent(it -> with(what, it.toString()));
        return this;
    }

    List<Change> changesTo(Traits after) {
        var keys = new TreeSet<>(ORDER);
        keys.addAll(values.keySet());
        keys.addAll(after.values.keySet());
        List<Change> changes = new ArrayList<>();
        for (var key : keys) {
            var old = Optional.ofNullable(values.get(key));
            var now = Optional.ofNullable(after.values.get(key));
            if (!old.equals(now)) {
                changes.add(new Change(key.what(), Optional.of(key.of()).filter(it -> !it.isEmpty()), old, now));
            }
        }
        return changes;
    }
}
