package gongkai.query.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.http.rule.TimeLimitAnswer;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.desk.command.ReadPlan.Change;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.time.CountingUnit;
import gongkai.time.Period;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The desk speaks both languages. */
class DeskLanguagesTest {

    /** In templates and in code; one that ends with a dot is the beginning of several. */
    private static final Pattern CODE = Pattern.compile("[\"{]#?\\{?(desk(?:\\.[A-Za-z_]+)+\\.?)");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(codes("/lang/desk_en.properties")).isEqualTo(codes("/lang/desk.properties"));
    }

    @Test
    void whatTheDeskUsesIsSaid() throws IOException {
        var said = codes("/lang/desk.properties");
        assertThat(used())
                .hasSizeGreaterThan(100)
                .allSatisfy(it ->
                        assertThat(said).anyMatch(code -> it.endsWith(".") ? code.startsWith(it) : code.equals(it)));
    }

    @Test
    void whatHasANameOrIsRefusedIsSaid() throws IOException {
        var named = Stream.of(
                        named("channel", Channel.values()),
                        named("notice", NoticeKind.values()),
                        named("change", Change.Kind.values()),
                        named("limit", TimeLimitAnswer.Kind.values()),
                        named("unit", CountingUnit.values()),
                        named("every", Period.values()),
                        named("deed", Deed.values()))
                .flatMap(it -> it);
        var refused = Pattern.compile("\"([A-Z]+_[A-Z_]+)\"")
                .matcher(read(Path.of("src/main/java/gongkai/query/desk/command/Sentences.java")))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !Set.of("FIELD_INVALID", "REQUEST_MALFORMED").contains(it))
                .map(it -> "desk.refused." + it);
        assertThat(codes("/lang/desk.properties"))
                .containsAll(Stream.concat(named, refused).toList());
    }

    private static Stream<String> named(String kind, Enum<?>... all) {
        return Arrays.stream(all).map(it -> "desk." + kind + "." + it.name());
    }

    private static Set<String> codes(String bundle) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(DeskLanguagesTest.class.getResourceAsStream(bundle))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Set<String> used() throws IOException {
        try (var templates = Files.list(Path.of("src/main/resources/templates/query"));
                var classes = Files.walk(Path.of("src/main/java/gongkai/query/desk"))) {
            return Stream.concat(
                            templates.filter(it -> it.getFileName().toString().startsWith("desk")), classes)
                    .filter(Files::isRegularFile)
                    .flatMap(it -> CODE.matcher(read(it)).results())
                    .map(MatchResult::group)
                    .map(it -> it.substring(it.indexOf("desk")))
                    .filter(it -> !it.startsWith("desk.css"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
