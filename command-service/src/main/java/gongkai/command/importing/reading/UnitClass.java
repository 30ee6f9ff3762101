package gongkai.command.importing.reading;

import gongkai.event.UnitKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that stand for all units of a kind. */
enum UnitClass {
    TOWNS("各乡?镇(人民政府|政府)?"),
    DEPARTMENTS("(县政府|县)?各部门"),
    WORKING_DEPARTMENTS("(县政府|县)?各工作部门"),
    AGENCIES("(县政府|县)?各?直属机构");

    private final Pattern words;

    UnitClass(String words) {
        this.words = Pattern.compile(words);
    }

    static Optional<UnitClass> meantBy(String name) {
        return Stream.of(values())
                .filter(it -> it.words.matcher(name).matches())
                .findFirst();
    }

    Set<UnitKind> kinds() {
        return switch (this) {
            case TOWNS -> Set.of(UnitKind.TOWN);
            case DEPARTMENTS -> Set.of(UnitKind.DEPARTMENT, UnitKind.AGENCY);
            case WORKING_DEPARTMENTS -> Set.of(UnitKind.DEPARTMENT);
            case AGENCIES -> Set.of(UnitKind.AGENCY);
        };
    }
}
