package gongkai.command.importing.reading;

import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as a reader uses it: by name or alias, with and without 县, 人民政府, 办公室; and by kind. */
public record UnitDirectory(List<UnitEntry> units) {

    public UnitDirectory {
        units = units.stream().sorted(Comparator.comparing(UnitEntry::code)).toList();
    }

    Optional<UnitEntry> named(String name) {
        return units.stream()
                .filter(unit -> namesOf(unit).anyMatch(it -> bare(it).equals(bare(name))))
                .findFirst();
    }

    List<UnitEntry> of(Set<UnitKind> kinds) {
        return units.stream().filter(it -> kinds.contains(it.kind())).toList();
    }

    /** The three names that share the most characters with the unknown one. */
    String nearest(String name) {
        return units.stream()
                .sorted(Comparator.comparingLong((UnitEntry it) -> -sharedCharacters(bare(it.name()), bare(name))))
                .limit(3)
                .map(UnitEntry::name)
                .collect(Collectors.joining("、"));
    }

    private static Stream<String> namesOf(UnitEntry unit) {
        return Stream.concat(Stream.of(unit.name()), unit.aliases().stream());
    }

    private static String bare(String name) {
        return name.replaceFirst("^县", "")
                .replaceFirst("人民政府", "政府")
                .replaceFirst("(镇|乡|街道)政府$", "$1")
                .replaceFirst("办公室$", "办");
    }

    private static long sharedCharacters(String one, String other) {
        return one.chars().distinct().filter(it -> other.indexOf(it) >= 0).count();
    }
}
