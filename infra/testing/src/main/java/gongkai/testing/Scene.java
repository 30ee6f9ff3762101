package gongkai.testing;

import gongkai.http.access.Subject;
import java.util.List;
import java.util.Map;

/** Whose things a probe asks for: a county with one unit that owes one thing; or ids in it that nothing has. */
enum Scene {
    THERE("04", "T03"),
    ABSENT("99", "T88");

    static final String COUNTY = "610926";
    static final String UNIT_NAME = "老县镇";
    static final String UNIT = COUNTY + "-T03";

    private final String unit;
    private final String task;
    private final String duty;

    Scene(String row, String unit) {
        this.unit = COUNTY + "-" + unit;
        task = COUNTY + "-2019-" + row;
        duty = task + "-" + unit;
    }

    String filled(String path) {
        var ids = List.of(
                Map.entry("/publications/", duty + "-P1"),
                Map.entry("/cases/", duty + "-C1"),
                Map.entry("/tasks/", task),
                Map.entry("/plans/", this == THERE ? COUNTY + "-2019" : COUNTY + "-2031"),
                Map.entry("/deliveries/", "00000000-0000-0000-0000-000000000000"));
        var id = ids.stream()
                .filter(it -> path.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(duty);
        return path.replace("{code}", this == THERE ? COUNTY : "610927")
                .replace("{id}", id)
                .replace("{unit}", unit)
                .replace("{year}", "2019")
                .replace("{month}", "2019-05")
                .replace("{position}", "0")
                .replace("{sha256}", "0".repeat(64))
                .replace("{level}", "0")
                .replace("{place}", "000")
                .replace("{secret}", "none")
                .replace("{name}", "none")
                .replace("{path}", "publications");
    }

    String parameters(Subject subject) {
        return switch (subject) {
            case COUNTY_ASKED -> "jurisdiction=" + (this == THERE ? COUNTY : "610927");
            case UNIT_ASKED -> "jurisdiction=" + COUNTY + "&unit=" + unit;
            case NO_COUNTY, SECRET_ADDRESS, COUNTY, UNIT -> "";
        };
    }
}
