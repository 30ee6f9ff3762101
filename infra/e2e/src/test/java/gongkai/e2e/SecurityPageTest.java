package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SECURITY.md says by which test each promise is held; a name that nobody has any more holds nothing. */
class SecurityPageTest {
    private static final Path DOCS = Project.root().resolve("infra/docs");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*[a-z])`");
    private static final Pattern DECISION = Pattern.compile("ADR ((?:\\d{4}(?:, )?)+)");
    private static final Pattern FILE = Pattern.compile("\\]\\(([^)#]+)[^)]*\\)|`\\./([a-z/-]+)`");

    @Test
    void every_class_file_and_decision_that_it_names_exists() throws IOException {
        String page = Files.readString(DOCS.resolve("SECURITY.md"));
        assertThat(classes()).containsAll(named(CLASS, page)).contains("SecurityPageTest");
        assertThat(named(DECISION, page).stream()
                        .flatMap(it -> Pattern.compile(", ").splitAsStream(it)))
                .isNotEmpty()
                .allMatch(SecurityPageTest::isDecision);
        FILE.matcher(page)
                .results()
                .forEach(it -> assertThat(
                                it.group(1) == null ? Project.root().resolve(it.group(2)) : DOCS.resolve(it.group(1)))
                        .exists());
    }

    private static Set<String> named(Pattern kind, String page) {
        Set<String> names = new TreeSet<>();
        kind.matcher(page).results().forEach(it -> names.add(it.group(1).replaceFirst(", $", "")));
        return names;
    }

    private static boolean isDecision(String number) {
        try (var files = Files.newDirectoryStream(DOCS.resolve("decisions"), number + "-*.md")) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> classes() throws IOException {
        Set<String> names = new TreeSet<>();
        Files.walkFileTree(Project.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                String name = directory.getFileName().toString();
                return name.equals("target") || name.startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    names.add(name.substring(0, name.length() - ".java".length()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }
}
