package gongkai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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
