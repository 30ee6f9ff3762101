package gongkai.command.importing.reading;

import gongkai.event.Requirement;
import gongkai.event.RequirementKind;
import gongkai.time.TimeLimit;
import gongkai.time.TimeLimit.AfterTrigger;
import java.util.regex.Pattern;

/** What counts as done under the deadline cell: an answer, an activity held, or else a publication. */
final class RequirementReader {

    private static final Pattern ACTIVITY = Pattern.compile("(举办|开展).*活动");

    private RequirementReader() {}

    static Requirement read(String content, TimeLimit limit) {
        if (limit instanceof AfterTrigger) {
            return Requirement.once(RequirementKind.RESPONSE);
        }
        return Requirement.once(
                ACTIVITY.matcher(Words.joined(content)).find()
                        ? RequirementKind.ACTIVITY
                        : RequirementKind.PUBLICATION);
    }
}
