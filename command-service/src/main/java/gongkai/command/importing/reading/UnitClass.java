package gongkai.command.importing.reading;

import gongkai.event.UnitKind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that stand for all units of a kind. */
enum UnitClass {
    TOWNS("各?(?:乡镇|镇|乡|街道办事处|街道办|街道|镇街|街镇|镇办|乡镇街道|乡\\(镇\\))"
            + "(?:\\((?:街道|街道办|街道办事处|办事处|镇|办|场|管委会|管理区)\\))?(?:人民政府|政府|党委政府|办事处)?"),
    DEPARTMENTS("((县|市|区)政府|县|市|区|县直|市直|区直|县级|政府)?各(工作)?(部门|单位)|(县|市|区)直(各)?(部门|单位)"),
    WORKING_DEPARTMENTS("((县|市|区)政府|县|市|区|政府)?各工作部门"),
    AGENCIES("((县|市|区)政府|县|市|区)?各?直属(机构|单位|事业单位)"),
    ALL("各(责任|成员)?单位");

    private final Pattern words;

    UnitClass(String words) {
        this.words = Pattern.compile(words);
    }

    static Optional<UnitClass> meantBy(String name) {
        return Stream.of(WORKING_DEPARTMENTS, ALL, TOWNS, AGENCIES, DEPARTMENTS)
                .filter(it -> it.words.matcher(name).matches())
                .findFirst();
    }

    Set<UnitKind> kinds() {
        return switch (this) {
            case TOWNS -> Set.of(UnitKind.TOWN);
            case DEPARTMENTS -> Set.of(UnitKind.DEPARTMENT, UnitKind.AGENCY);
            case WORKING_DEPARTMENTS -> Set.of(UnitKind.DEPARTMENT);
            case AGENCIES -> Set.of(UnitKind.AGENCY);
            case ALL -> Set.of(UnitKind.values());
        };
    }
}
