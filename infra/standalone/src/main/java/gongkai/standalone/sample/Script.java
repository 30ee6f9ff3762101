package gongkai.standalone.sample;

import gongkai.time.ChinaTime;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects what happens in the year, in Asia/Shanghai: each thing in a minute of its own, so that a telling that was cut
 * short knows where to go on. What is invented says so in its title and address.
 */
final class Script {
    static final String MARK = "【演示】";
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private final SortedMap<LocalDateTime, Deed> deeds = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    SortedMap<LocalDateTime, Deed> deeds() {
        return deeds;
    }

    void on(LocalDate day, Deed deed) {
        at(day.atTime(OPENING), deed);
    }

    void at(LocalDateTime when, Deed deed) {
        LocalDateTime free = when;
        while (deeds.containsKey(free)) {
            free = free.plusMinutes(1);
        }
        deeds.put(free, deed);
    }

    /** The publication's id; the publications of one obligation are written down in the order of time. */
    String publish(Owed it, LocalDate recorded, Paper paper) {
        String id = next(it.id() + "-P");
        on(recorded, county -> county.post(path(it, "publications"), paper.body(id), id));
        return id;
    }

    void interpret(String publication, String form, String title, LocalDate published) {
        String id = next(publication + "-I");
        Map<String, Object> body = done(title, id, "publishedAt", published.atTime(8, 40));
        body.put("form", form);
        on(published, county -> county.post("/api/publications/" + publication + "/interpretations", body, id));
    }

    /** @param trigger empty where there is only one */
    String accept(Owed it, String subject, String trigger, LocalDateTime accepted) {
        String id = next(it.id() + "-C");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", MARK + subject);
        body.put("acceptedAt", moment(accepted));
        if (!trigger.isEmpty()) {
            body.put("trigger", trigger);
        }
        at(accepted.plusMinutes(5), county -> county.post(path(it, "cases"), body, id));
        return id;
    }

    void respond(String caseId, String title, LocalDateTime responded) {
        String id = next(caseId + "-R");
        Map<String, Object> body = done(title, id, "respondedAt", responded);
        at(responded.plusMinutes(5), county -> county.post("/api/cases/" + caseId + "/responses", body, id));
    }

    void acknowledge(Owed it, LocalDate day) {
        on(day, county -> county.post(path(it, "acknowledgements"), Map.of("reason", MARK + "已签收")));
    }

    /** @param outcome ACCEPTED or RETURNED, of all the evidence that stands */
    void review(Owed it, String outcome, String reason, LocalDate day) {
        Map<String, Object> body = basis(reason);
        body.put("outcome", outcome);
        on(day, county -> county.post(path(it, "reviews"), body));
    }

    void close(Owed it, LocalDate day) {
        on(day, county -> county.post(path(it, "closures"), basis("复核通过，予以销号")));
    }

    void extend(Owed it, String dueOn, String reason, LocalDate day) {
        Map<String, Object> body = basis(reason);
        body.put("dueOn", dueOn);
        on(day, county -> county.post(path(it, "extensions"), body));
    }

    void waive(Owed it, String reason, LocalDate day) {
        on(day, county -> county.post(path(it, "waivers"), basis(reason)));
    }

    void retract(String publication, String reason, LocalDate day) {
        on(day, county -> county.post("/api/publications/" + publication + "/retractions", basis(reason)));
    }

    /** @param answer {@code units}, {@code rules} or {@code finding} */
    void clarify(String task, String reason, Map<String, ?> answer, LocalDate day) {
        Map<String, Object> body = basis(reason);
        body.putAll(answer);
        on(day, county -> county.post("/api/tasks/" + task + "/clarifications", body));
    }

    static Map<String, Object> basis(String reason) {
        return new LinkedHashMap<>(Map.of("reason", MARK + reason, "authority", MARK + "平利县政务公开办演示文件"));
    }

    private static Map<String, Object> done(String title, String id, String when, LocalDateTime moment) {
        return new LinkedHashMap<>(Map.of("title", MARK + title, "url", address(id), when, moment(moment)));
    }

    static String address(String id) {
        return "https://demo.example.cn/" + id + ".html";
    }

    static String moment(LocalDateTime local) {
        return local.atZone(ChinaTime.ZONE).toOffsetDateTime().toString();
    }

    private static String path(Owed it, String what) {
        return "/api/obligations/" + it.id() + "/" + what;
    }

    private String next(String prefix) {
        return prefix + numbers.merge(prefix, 1, Integer::sum);
    }
}
