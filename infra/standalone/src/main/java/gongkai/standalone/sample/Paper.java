package gongkai.standalone.sample;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is published.
 *
 * @param published at half past eight of that day, before offices record anything
 * @param formed 形成日期
 * @param occurrence 期次 that it is made for
 */
record Paper(String title, LocalDate published, Optional<LocalDate> formed, Optional<String> occurrence) {

    static Paper of(Owed it, String what, LocalDate published) {
        return new Paper(it.unitName() + what, published, Optional.empty(), Optional.empty());
    }

    Paper formedOn(LocalDate day) {
        return new Paper(title, published, Optional.of(day), occurrence);
    }

    Paper madeFor(String dueInstance) {
        return new Paper(title, published, formed, Optional.of(dueInstance));
    }

    Map<String, Object> body(String id) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", Script.MARK + title);
        body.put("url", Script.address(id));
        body.put("publishedAt", Script.moment(published.atTime(8, 30)));
        formed.ifPresent(it -> {
            body.put("formedOn", it.toString());
            body.put("documentNumber", "演示〔2019〕" + it.getDayOfYear() + "号");
        });
        occurrence.ifPresent(it -> body.put("occurrence", it));
        return body;
    }
}
