package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.http.access.Role;
import gongkai.query.desk.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever reads only the OpenAPI documents can use the services. */
@ExtendWith(SharedStandalone.class)
@Execution(ExecutionMode.SAME_THREAD)
class OpenApiTest {

    @Test
    void command_operations_are_described_with_examples_and_problem_codes(RunningStandalone gongkai) {
        assertDescribed(gongkai.command(), 8);
    }

    @Test
    void query_operations_are_described_with_examples_and_problem_codes(RunningStandalone gongkai) {
        assertDescribed(gongkai.query(), 6);
    }

    @Test
    void the_desk_offers_each_deed_to_whom_the_command_api_takes_it_from(RunningStandalone gongkai) {
        var paths = gongkai.command().get("/v3/api-docs").ok().path("paths");
        assertThat(Deed.values())
                .allSatisfy(deed -> assertThat(paths.path(deed.api())
                                .path("post")
                                .path("x-access")
                                .path("roles")
                                .valueStream()
                                .map(it -> it.asString()))
                        .as(deed.api())
                        .containsExactlyInAnyOrderElementsOf(
                                deed.roles().stream().map(Role::claim).toList()));
    }

    @Test
    void both_services_have_a_page_to_try_them(RunningStandalone gongkai) {
        assertThat(gongkai.command().get("/docs").status()).isEqualTo(200);
        assertThat(gongkai.query().get("/docs").status()).isEqualTo(200);
    }

    private static void assertDescribed(Api service, int atLeast) {
        OpenApi document = new OpenApi(service.get("/v3/api-docs").ok());
        assertThat(document.operations()).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(document.omissions()).isEmpty();
    }
}
