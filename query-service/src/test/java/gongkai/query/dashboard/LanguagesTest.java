package gongkai.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.event.FindingSeverity;
import gongkai.event.InterpretationForm;
import gongkai.event.RequirementKind;
import gongkai.event.ReviewOutcome;
import gongkai.event.Role;
import gongkai.event.UnitKind;
import gongkai.query.bulletin.figure.Fault;
import gongkai.query.bulletin.figure.Figure;
import gongkai.query.obligation.Evidence;
import gongkai.query.reading.ReadingKind;
import gongkai.query.trail.change.Trait;
import gongkai.query.wording.Wording;
import gongkai.status.Slip;
import gongkai.status.Status;
import gongkai.time.DayReason;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Both languages say everything. */
class LanguagesTest {

    private static final Pattern LABEL = Pattern.compile("#\\{([A-Za-z][\\w.]*)|msg\\('([\\w.]+)'");

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void each_label_stands_in_both_languages_and_each_is_used() throws IOException {
        var chinese = labels("/lang/query.properties");
        var english = labels("/lang/query_en.properties");
        english.removeIf(it -> it.startsWith("word."));
        assertThat(english).isEqualTo(chinese);
        var used = usedLabels();
        assertThat(chinese).containsAll(used);
        used.addAll(chinese.stream().filter(it -> it.startsWith("problem.")).toList());
        used.add("trail.taskRemoved"); // by Words
        assertThat(used).containsAll(chinese);
    }

    @Test
    void each_word_of_the_domain_stands_in_both_languages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("lang/query");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var words = new Words(new Wording(), messages);
        for (var locale : new Locale[] {Words.CHINESE, Locale.ENGLISH}) {
            LocaleContextHolder.setLocale(locale);
            assertThat(Stream.<Enum<?>[]>of(
                                    Status.values(),
                                    Slip.values(),
                                    Fault.values(),
                                    Figure.values(),
                                    UnitKind.values(),
                                    Role.values(),
                                    Evidence.Kind.values(),
                                    InterpretationForm.values(),
                                    RequirementKind.values(),
                                    FindingSeverity.values(),
                                    DayReason.values(),
                                    ReviewOutcome.values(),
                                    ReadingKind.values(),
                                    Trait.values())
                            .flatMap(Arrays::stream))
                    .allSatisfy(it -> assertThat(words.of(it)).isNotBlank());
        }
    }

    private static Set<String> labels(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(LanguagesTest.class.getResourceAsStream(bundle))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> usedLabels() throws IOException {
        try (var templates = Files.list(Path.of("src/main/resources/templates/query"))) {
            return templates
                    .flatMap(it -> LABEL.matcher(read(it)).results())
                    .map(it -> it.group(1) != null ? it.group(1) : it.group(2))
                    .filter(it -> !it.startsWith("desk."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
