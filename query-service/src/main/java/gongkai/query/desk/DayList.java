package gongkai.query.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days as they are typed, or pasted from a notice: {@code 2019-05-01}, {@code 5月1日}, {@code 5月1日至4日}, one after
 * another with any white space, comma or 、 between.
 *
 * @param odd what is no day
 */
record DayList(List<LocalDate> days, List<String> odd) {

    private static final String DAY = "(?:(?:(\\d{4})[-年./])?(\\d{1,2})[-月./])?(\\d{1,2})日?";
    private static final Pattern SPAN = Pattern.compile(DAY + "(?:(?:至|到|~|～|—|－|–)" + DAY + ")?");
    private static final int LONGEST = 60;

    /** @param year of days that name none */
    static DayList read(String text, int year) {
        List<LocalDate> days = new ArrayList<>();
        List<String> odd = new ArrayList<>();
        for (var word : text.replaceAll("[（(][^）)]*[）)]", "").split("[\\s,，、;；。]+", -1)) {
            var span = SPAN.matcher(word);
            if (word.isEmpty()) {
                continue;
            }
            if (!span.matches() || span.group(2) == null || !add(days, span.toMatchResult(), year)) {
                odd.add(word);
            }
        }
        return new DayList(days.stream().distinct().sorted().toList(), odd);
    }

    private static boolean add(List<LocalDate> days, MatchResult span, int year) {
        try {
            var first = day(span.group(1), span.group(2), span.group(3), LocalDate.of(year, 1, 1));
            var last = span.group(6) == null ? first : day(span.group(4), span.group(5), span.group(6), first);
            if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST))) {
                return false;
            }
            first.datesUntil(last.plusDays(1)).forEach(days::add);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** What a day leaves out it has from the one before: 5月1日至4日. */
    private static LocalDate day(@Nullable String year, @Nullable String month, String day, LocalDate before) {
        return LocalDate.of(
                year == null ? before.getYear() : Integer.parseInt(year),
                month == null ? before.getMonthValue() : Integer.parseInt(month),
                Integer.parseInt(day));
    }

    static String text(Collection<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }
}
