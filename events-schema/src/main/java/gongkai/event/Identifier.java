package gongkai.event;

import java.util.regex.Pattern;

/**
 * Readable, deterministic ids: plan {@code 610926-2019}, task {@code 610926-2019-07}, obligation
 * {@code 610926-2019-07-D03}, publication {@code …-P1}, interpretation {@code …-P1-I1}, case {@code …-C1},
 * response {@code …-C1-R1}; bulletin {@code 610926-B201905-1}. A person's says nothing but the county:
 * {@code 610926-p-} and 32 digits.
 */
public final class Identifier {

    public static final Pattern JURISDICTION = Pattern.compile("\\d{6}");
    public static final Pattern UNIT = Pattern.compile("(\\d{6})-([A-Z][A-Z0-9]{0,9})");

    public static final Pattern PERSON = Pattern.compile("\\d{6}-p-[0-9a-f]{32}");

    private static final Pattern OBLIGATION = Pattern.compile("(\\d{6}-\\d{4}-\\d{2,4})-[A-Z][A-Z0-9]{0,9}");
    private static final Pattern WITHIN_OBLIGATION =
            Pattern.compile("(" + OBLIGATION.pattern() + ")(?:-P\\d+(?:-I\\d+)?|-C\\d+(?:-R\\d+)?)");

    private Identifier() {}

    public static String plan(String jurisdiction, int year) {
        return jurisdiction + "-" + year;
    }

    public static String task(String plan, int row) {
        return "%s-%02d".formatted(plan, row);
    }

    /** The plan that a task belongs to. */
    public static String planOf(String task) {
        int last = task.lastIndexOf('-');
        return last < 0 ? task : task.substring(0, last);
    }

    /** The task that an obligation is a unit's part of. */
    public static String taskOf(String obligation) {
        return obligation.substring(0, Math.max(0, obligation.lastIndexOf('-')));
    }

    /** The year of the plan that a plan's, task's or obligation's id belongs to. */
    public static int yearOf(String id) {
        return Integer.parseInt(id.substring(7, 11));
    }

    /** @param unit the unit's code, {@code 610926-D03} */
    public static String obligation(String task, String unit) {
        return task + unit.substring(unit.indexOf('-'));
    }

    public static String publication(String obligation, int number) {
        return obligation + "-P" + number;
    }

    public static String interpretation(String publication, int number) {
        return publication + "-I" + number;
    }

    public static String caseId(String obligation, int number) {
        return obligation + "-C" + number;
    }

    public static String response(String caseId, int number) {
        return caseId + "-R" + number;
    }

    /** @param month {@code 2019-05} */
    public static String bulletin(String jurisdiction, String month, int number) {
        return "%s-B%s-%d".formatted(jurisdiction, month.replace("-", ""), number);
    }

    /** @param digits 32 hexadecimal ones, which tell nothing */
    public static String person(String jurisdiction, String digits) {
        return jurisdiction + "-p-" + digits;
    }

    public static boolean isPerson(String id) {
        return PERSON.matcher(id).matches();
    }

    /** The obligation that a publication, interpretation, case or response belongs to; an odd id names itself. */
    public static String obligationOf(String id) {
        var matcher = WITHIN_OBLIGATION.matcher(id);
        return matcher.matches() ? matcher.group(1) : id;
    }

    /** The unit whose part an obligation, or what belongs to one, is; a unit's own id is itself. */
    public static String unitOf(String id) {
        var obligation = obligationOf(id);
        int last = obligation.lastIndexOf('-');
        return last < 0 ? id : jurisdictionOf(obligation) + obligation.substring(last);
    }

    /** The county, which is also the ledger, that any id belongs to. */
    public static String jurisdictionOf(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }
}
