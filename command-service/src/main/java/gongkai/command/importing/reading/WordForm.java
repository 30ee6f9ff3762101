package gongkai.command.importing.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form that words may take, and what they are then read as. */
record WordForm(Pattern pattern, Function<Matcher, LimitReading> reading) {

    /** The reading of the first form that the whole of the words has. */
    static Optional<LimitReading> first(List<WordForm> forms, String words) {
        return forms.stream()
                .map(form -> form.read(words))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<LimitReading> read(String words) {
        var matcher = pattern.matcher(words);
        return matcher.matches() ? Optional.of(reading.apply(matcher)) : Optional.empty();
    }
}
