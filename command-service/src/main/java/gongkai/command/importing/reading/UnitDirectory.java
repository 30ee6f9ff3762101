package gongkai.command.importing.reading;

import gongkai.event.UnitEntry;
import gongkai.event.UnitKind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register as a reader uses it: by name or alias, with and without 县, 人民政府, 办公室; and by kind.
 *
 * @param units as of the plan's issue date
 * @param formerNames names that units had at another time, with the unit that stands for each
 */
public record UnitDirectory(List<UnitEntry> units, Map<String, UnitEntry> formerNames) {

    private static final Pattern LEVEL = Pattern.compile("^(?:县|市|区|旗|州|自治县)(?=.{2,})");

    public UnitDirectory {
        units = units.stream().sorted(Comparator.comparing(UnitEntry::code)).toList();
        formerNames = Map.copyOf(formerNames);
    }

    /** A register without history. */
    public UnitDirectory(List<UnitEntry> units) {
        this(units, Map.of());
    }

    Optional<UnitEntry> named(String name) {
        return units.stream()
                .filter(unit -> namesOf(unit).anyMatch(name::equals))
                .findFirst()
                .or(() -> units.stream()
                        .filter(unit -> namesOf(unit).anyMatch(it -> sameBody(it, name)))
                        .findFirst());
    }

    /** The unit that bore the name at another time. */
    Optional<UnitEntry> formerly(String name) {
        return formerNames.entrySet().stream()
                .filter(it -> sameBody(it.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<UnitEntry> of(Set<UnitKind> kinds) {
        return units.stream().filter(it -> kinds.contains(it.kind())).toList();
    }

    /** The three names that share the most characters with the unknown one. */
    String nearest(String name) {
        return units.stream()
                .sorted(Comparator.comparingLong((UnitEntry it) -> -sharedCharacters(it.name(), name)))
                .limit(3)
                .map(UnitEntry::name)
                .collect(Collectors.joining("、"));
    }

    /** 统计局 for 县统计局: the level is missing. */
    static boolean lacksLevel(String name, UnitEntry unit) {
        return !unit.name().equals(name)
                && LEVEL.matcher(unit.name()).replaceFirst("").equals(name);
    }

    private static Stream<String> namesOf(UnitEntry unit) {
        return Stream.concat(Stream.of(unit.name()), unit.aliases().stream());
    }

    private static boolean sameBody(String one, String other) {
        return variantsOf(one).stream().anyMatch(variantsOf(other)::contains);
    }

    private static Set<String> variantsOf(String name) {
        var plain = name.replaceFirst("人民政府", "政府")
                .replaceFirst("(镇|乡|街道)(政府|办事处)$", "$1")
                .replaceFirst("办公室$", "办");
        var variants = new LinkedHashSet<String>();
        variants.add(plain);
        variants.add(LEVEL.matcher(plain).replaceFirst(""));
        return variants;
    }

    private static long sharedCharacters(String one, String other) {
        return one.chars().distinct().filter(it -> other.indexOf(it) >= 0).count();
    }
}
