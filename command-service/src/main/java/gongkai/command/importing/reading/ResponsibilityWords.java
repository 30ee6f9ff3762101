package gongkai.command.importing.reading;

import gongkai.event.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a responsibility cell apart: the names in it, each with the role that the words around it give. */
record ResponsibilityWords(List<Named> names, boolean leads, boolean cooperates, boolean severally) {

    private static final Pattern LABEL = Pattern.compile("(牵头|责任|主办|承办|负责|主管|配合|协办|协同|协助|参与)(单位|部门)[:：]");
    private static final Pattern MARKER = Pattern.compile(
            "[、,]*(?:按照?(?:各自)?职责(?:分工)?)?[、,]*(?:分别)?[、,]*(?:(?<lead>牵头[、,]*(?:落实|负责|组织|实施)*|负责[、,]*落实|负责(?!人)|落实)|(?<with>(?:积极|共同|协同)?(?:配合|协助|协办)[、,]*(?:落实|做好)?))");
    private static final Pattern SEPARATOR = Pattern.compile("[、,;]");
    private static final Pattern EDGE = Pattern.compile("^由|^其他|[。.:]$|按照?(?:各自)?职责(?:分工)?$|分别$");

    /** A name and its role. */
    record Named(String name, Role role) {}

    static ResponsibilityWords of(String raw) {
        var text = flat(raw);
        var severally = text.contains("分别牵头") || text.contains("分别、牵头");
        var label = LABEL.matcher(text);
        return label.find() ? labelled(text, severally) : marked(text, severally);
    }

    /** Lines of a cell are names of a list; full-width marks count as the plain ones. */
    private static String flat(String raw) {
        return Words.withoutBookmarks(raw)
                .strip()
                .replaceAll("[ \\t\\u3000\\u00a0]+(?=\\R|$)", "")
                .replaceAll("(?<=[:：])\\s+", "")
                .replaceAll("\\s*\\R+\\s*|[ \\t\\u3000\\u00a0]+|/", "、")
                .replace('，', ',')
                .replace('；', ';')
                .replace('（', '(')
                .replace('）', ')');
    }

    private static ResponsibilityWords labelled(String text, boolean severally) {
        List<Named> names = new ArrayList<>();
        boolean leads = false;
        boolean cooperates = false;
        var label = LABEL.matcher(text);
        int from = 0;
        var role = Role.LEAD;
        while (label.find()) {
            add(names, text.substring(from, label.start()), role);
            role = isCooperating(label.group(1)) ? Role.COOPERATING : Role.LEAD;
            leads |= role == Role.LEAD;
            cooperates |= role == Role.COOPERATING;
            from = label.end();
        }
        add(names, MARKER.matcher(text.substring(from)).replaceAll(""), role);
        return new ResponsibilityWords(List.copyOf(names), leads, cooperates, severally);
    }

    private static boolean isCooperating(String label) {
        return List.of("配合", "协办", "协同", "协助", "参与").contains(label);
    }

    private static ResponsibilityWords marked(String text, boolean severally) {
        List<Named> names = new ArrayList<>();
        boolean leads = false;
        boolean cooperates = false;
        var marker = MARKER.matcher(text);
        int from = 0;
        while (marker.find()) {
            var role = marker.group("with") == null ? Role.LEAD : Role.COOPERATING;
            add(names, text.substring(from, marker.start()), role);
            leads |= role == Role.LEAD;
            cooperates |= role == Role.COOPERATING;
            from = marker.end();
        }
        add(names, text.substring(from), Role.LEAD);
        var anyLead = names.stream().anyMatch(it -> it.role() == Role.LEAD);
        return new ResponsibilityWords(List.copyOf(names), leads || anyLead, cooperates, severally);
    }

    private static void add(List<Named> names, String list, Role role) {
        Arrays.stream(SEPARATOR.split(list, -1))
                .map(it -> EDGE.matcher(it).replaceAll(""))
                .filter(it -> !it.isBlank())
                .forEach(it -> names.add(new Named(it.strip(), role)));
    }
}
