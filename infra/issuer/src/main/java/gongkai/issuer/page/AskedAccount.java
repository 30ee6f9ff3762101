package gongkai.issuer.page;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What an administrator typed about an account. */
record AskedAccount(String name, List<String> roles, List<String> jurisdictions, List<String> units) {

    static final List<String> ROLES = List.of("registrar", "officer", "inspector", "auditor", "administrator");
    static final AskedAccount NOTHING = new AskedAccount("", List.of(), List.of(), List.of());

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,39}");
    private static final Pattern COUNTY = Pattern.compile("\\d{6}|\\*");
    private static final Pattern UNIT = Pattern.compile("\\d{6}-[A-Z][A-Z0-9]{0,9}|\\*");

    /** @param jurisdictions and units: codes with blanks or commas between, Chinese ones too */
    static AskedAccount of(String name, List<String> roles, String jurisdictions, String units) {
        return new AskedAccount(name, roles, words(jurisdictions), words(units));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,，、]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** What is wrong with it; empty: nothing. */
    String wrong() {
        if (!NAME.matcher(name).matches()) {
            return "name";
        }
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            return "roles";
        }
        if (jurisdictions.isEmpty()
                || !jurisdictions.stream().allMatch(it -> COUNTY.matcher(it).matches())) {
            return "jurisdictions";
        }
        var lacksUnits = roles.contains("officer") && units.isEmpty();
        return lacksUnits || !units.stream().allMatch(it -> UNIT.matcher(it).matches()) ? "units" : "";
    }
}
