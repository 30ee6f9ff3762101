package gongkai.query.notice.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done about an obligation's notices, given what was told before.
 *
 * @param issue new ones with reason, in their order
 * @param lapse new ones whose reason has gone already, or that follow one that was never issued: they are not sent
 * @param over issued before, without reason now
 * @param mistaken issued on less than was recorded by then, because a record came late: to be taken back
 */
public record Settlement(List<Notice> issue, List<Notice> lapse, Set<String> over, List<String> mistaken) {

    /** A notice that was settled before. */
    public record Told(NoticeKind kind, boolean issued, boolean over) {}

    /** @param told by id, in the order in which they were settled */
    public static Settlement of(Outlook outlook, Map<String, Told> told) {
        List<Notice> issue = new ArrayList<>();
        List<Notice> lapse = new ArrayList<>();
        Set<String> over = new HashSet<>();
        Map<String, Boolean> issued = new LinkedHashMap<>();
        told.forEach((id, it) -> issued.put(id, it.issued()));
        for (var it : outlook.raised()) {
            var before = told.get(it.notice().id());
            if (before == null) {
                var goesOut = it.stands()
                        && it.follows()
                                .map(id -> issued.getOrDefault(id, false))
                                .orElse(true);
                (goesOut ? issue : lapse).add(it.notice());
                issued.put(it.notice().id(), goesOut);
            } else if (!it.stands() && before.issued() && !before.over()) {
                over.add(it.notice().id());
            }
        }
        return new Settlement(issue, lapse, over, mistaken(outlook, told));
    }

    private static List<String> mistaken(Outlook outlook, Map<String, Told> told) {
        var raised = outlook.raised().stream().map(it -> it.notice().id()).collect(Collectors.toSet());
        return told.entrySet().stream()
                .filter(it -> it.getValue().issued() && !it.getValue().over())
                .filter(it -> it.getValue().kind() != NoticeKind.WITHDRAWN)
                .map(Map.Entry::getKey)
                .filter(it -> !raised.contains(it))
                .toList();
    }

    public boolean isNothing() {
        return issue.isEmpty() && lapse.isEmpty() && over.isEmpty() && mistaken.isEmpty();
    }
}
