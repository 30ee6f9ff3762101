package gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.http.access.AccessMatrix;
import gongkai.http.access.Permission;
import gongkai.http.access.Role;
import gongkai.http.access.Subject;
import gongkai.testing.AccessProbe.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What is the law of access in every service; the test class of each gives it one that runs. */
public interface AccessLaw {

    String url();

    ApplicationContext context();

    private AccessMatrix matrix() {
        return context().getBean(AccessMatrix.class);
    }

    /** Those of the API as its document tells them, and the pages, which stand in no document. */
    default AccessProbe probe() throws IOException, InterruptedException {
        var types = Endpoints.of(context()).types();
        var operations = DocumentedOperations.of(url()).all().stream()
                .flatMap(it -> it.access().stream()
                        .flatMap(row -> it.queries().stream()
                                .map(query -> new Question(row, types.getOrDefault(it.name(), ""), query))));
        var pages = matrix().rows().stream()
                .filter(it -> !it.path().startsWith("/api/"))
                .map(it -> new Question(it, types.getOrDefault(it.method() + " " + it.path(), ""), ""));
        return new AccessProbe(url(), Stream.concat(operations, pages).toList());
    }

    @Test
    default void each_documented_operation_has_a_row_and_each_row_of_the_api_is_documented() throws Exception {
        assertThat(DocumentedOperations.of(url()).disagreements(matrix())).isEmpty();
    }

    @Test
    default void an_operation_that_only_the_document_or_only_the_matrix_knows_is_named() throws Exception {
        var rows = matrix().rows().stream()
                .filter(it -> it.path().startsWith("/api/"))
                .toList();
        var known = Stream.concat(
                rows.stream().skip(1),
                Stream.of(Permission.on("GET", "/api/nothing", Subject.NO_COUNTY, Role.AUDITOR)));
        assertThat(DocumentedOperations.of(url()).disagreements(AccessMatrix.of(known.toArray(Permission[]::new))))
                .hasSize(2)
                .anyMatch(it -> it.startsWith(
                        rows.getFirst().method() + " " + rows.getFirst().documentedPath() + " stands in the OpenAPI"))
                .anyMatch(it -> it.startsWith("GET /api/nothing has a row"));
    }

    @Test
    default void each_operation_and_page_that_is_answered_has_a_row_and_each_row_is_one() {
        assertThat(Endpoints.of(context()).names())
                .containsExactlyInAnyOrderElementsOf(matrix().rows().stream()
                        .map(it -> it.method() + " " + it.path())
                        .toList());
    }

    @Test
    default void the_document_says_of_each_operation_who_may_and_how_others_are_refused() throws Exception {
        var documented = DocumentedOperations.of(url());
        assertThat(documented.unsaid()).isEmpty();
        assertThat(documented.all())
                .allSatisfy(it -> assertThat(it.access()).as(it.name()).isPresent());
    }

    @Test
    default void each_role_may_what_the_document_says_and_nothing_else() throws Exception {
        assertThat(probe().contradictions()).isEmpty();
    }

    @Test
    default void another_countys_things_answer_in_the_same_words_whether_they_are_there_or_not() throws Exception {
        assertThat(probe().tells()).isEmpty();
    }

    @Test
    default void access_md_shows_the_matrix() throws Exception {
        var table = matrix().table();
        assertThat(Path.of("../infra/docs/ACCESS.md"))
                .as("the table as it should be stands in %s", Files.writeString(Path.of("target/access.md"), table))
                .content()
                .contains(table);
    }

    /** So that it shows when an operation is no longer asked in some way. */
    static List<String> names(AccessProbe probe) {
        return probe.questions().stream().map(Question::name).toList();
    }
}
