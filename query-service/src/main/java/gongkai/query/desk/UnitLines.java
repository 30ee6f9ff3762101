package gongkai.query.desk;

import gongkai.event.Assignment;
import gongkai.event.Role;
import gongkai.event.UnitEntry;
import gongkai.query.wording.Wording;
import gongkai.status.JurisdictionFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who takes part, one unit a line: {@code 610926-D07 县统计局 牵头}; code or name alone will do, and leads.
 *
 * @param unknown words that name no unit of the register
 */
record UnitLines(List<Map<String, String>> units, List<String> unknown) {

    /** What the lines say of units in the register; later names and aliases count too. */
    static UnitLines read(String text, JurisdictionFacts county, LocalDate day, Wording wording) {
        var byName = new HashMap<>(county.register().namesEver(day));
        byName.putAll(county.units());
        Map<String, String> roles = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (var line : text.split("[\\n，,、；;]", -1)) {
            var words = List.of(line.strip().split("\\s+", -1));
            var named = words.stream().map(byName::get).filter(it -> it != null).findFirst();
            if (named.isPresent()) {
                var cooperates = words.contains(wording.of(Role.COOPERATING));
                roles.put(named.get().code(), (cooperates ? Role.COOPERATING : Role.LEAD).name());
            } else if (!line.isBlank()) {
                unknown.add(line.strip());
            }
        }
        return new UnitLines(
                roles.entrySet().stream()
                        .map(it -> Map.of("code", it.getKey(), "role", it.getValue()))
                        .toList(),
                unknown);
    }

    static String text(List<Assignment> units, Wording wording) {
        return units.stream()
                .map(it -> it.unit() + " " + it.name() + " " + wording.of(it.role()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether they are just those who take part now. */
    boolean isSameAs(List<Assignment> now) {
        return units.stream()
                .collect(Collectors.toMap(it -> it.get("code"), it -> it.get("role")))
                .equals(now.stream()
                        .collect(Collectors.toMap(
                                Assignment::unit, it -> it.role().name())));
    }

    /** For a hint: how a code looks here. */
    static String example(JurisdictionFacts county) {
        return county.units().values().stream().findFirst().map(UnitEntry::code).orElse(county.code() + "-D01");
    }
}
