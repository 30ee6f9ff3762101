package gongkai.standalone.sample;

import java.util.List;
import java.util.Map;

/** Rules as a clarification states them. */
final class Rules {
    private Rules() {}

    static Map<String, Object> only(Map<String, Object> rule) {
        return Map.of("rules", List.of(rule));
    }

    static Map<String, Object> both(Map<String, Object> first, Map<String, Object> second) {
        return Map.of("rules", List.of(first, second));
    }

    static Map<String, Object> rule(String kind, int quota, Map<String, Object> timeLimit) {
        return Map.of("requirement", Map.of("kind", kind, "quota", quota), "timeLimit", timeLimit);
    }

    /** What is interpreted in a picture or a film. */
    static Map<String, Object> pictured(Map<String, Object> timeLimit) {
        return Map.of(
                "requirement",
                Map.of("kind", "INTERPRETATION", "quota", 1, "forms", List.of("IMAGE", "VIDEO")),
                "timeLimit",
                timeLimit);
    }

    static Map<String, Object> ongoing() {
        return Map.of("kind", "ONGOING", "text", "适时");
    }

    static Map<String, Object> by(String text, String dueOn) {
        return Map.of("kind", "FIXED_DATE", "text", text, "dueOn", dueOn);
    }

    static Map<String, Object> after(String text, String trigger, int amount, String unit) {
        return Map.of("kind", "AFTER_TRIGGER", "text", text, "trigger", trigger, "amount", amount, "unit", unit);
    }

    static Map<String, Object> every(String text, String period, String from) {
        return Map.of("kind", "RECURRING", "text", text, "every", period, "from", from);
    }
}
