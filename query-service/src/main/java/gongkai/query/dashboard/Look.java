package gongkai.query.dashboard;

import gongkai.time.ChinaTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From where in time a page is looked at, as its address says it.
 *
 * @param at as the address has it; empty: now
 * @param known as the address has it; empty: all that is known now
 * @param today by the business clock, Asia/Shanghai
 * @param begins the day of the oldest record
 * @param path of the page, where the form of the two times leads again
 * @param others the further fields of the address, which that form keeps
 * @param reader who looks
 * @param open which addresses are for them
 * @param travels whether the page can be looked at from another time
 */
public record Look(
        Optional<String> at,
        Optional<String> known,
        LocalDate today,
        LocalDate begins,
        String path,
        List<Map.Entry<String, String>> others,
        String reader,
        Predicate<String> open,
        boolean travels) {

    /** The request's attribute that templates find it under. */
    public static final String ATTRIBUTE = "look";

    /** Whether the page shows another state than today's as it is known today. */
    public boolean past() {
        return knownPast() || atPast();
    }

    /** Whether the page follows what changes in the county. */
    public boolean live(String county) {
        return !past() && opens("/api/stream?jurisdiction=" + county);
    }

    /** Whether who looks may follow that address of this service. */
    public boolean opens(String address) {
        return open.test(address);
    }

    public boolean atPast() {
        return at.filter(it -> !it.equals(today.toString())).isPresent();
    }

    public boolean knownPast() {
        return known.filter(it -> !it.equals(today.toString())).isPresent();
    }

    /** The day that «at» lies on; today when it says none. */
    public LocalDate atDay() {
        return at.flatMap(Look::day).orElse(today);
    }

    /** The day that «known» lies on; empty for a position. */
    public Optional<LocalDate> knownDay() {
        return known.isEmpty() ? Optional.of(today) : known.flatMap(Look::day);
    }

    /** Where the slider of «at» begins: with the year of the day that is shown. */
    public LocalDate atFrom() {
        return atDay().withDayOfYear(1);
    }

    /** The first day of which anything can be known. */
    public LocalDate knownFrom() {
        return begins.isAfter(today) ? today : begins;
    }

    /** The same page in that language; the cookie remembers it. */
    public String in(String language) {
        return address(Stream.of(
                        at.stream().map(it -> Map.entry("at", it)),
                        known.stream().map(it -> Map.entry("known", it)),
                        Stream.of(Map.entry("lang", language)))
                .flatMap(it -> it));
    }

    /** The same page as it is now. */
    public String backToNow() {
        return address(Stream.empty());
    }

    private String address(Stream<Map.Entry<String, String>> more) {
        var fields = Stream.concat(others.stream(), more)
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        return fields.isEmpty() ? path : path + "?" + fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.length() == 10 ? LocalDate.parse(text) : ChinaTime.dateOf(instant(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }
}
