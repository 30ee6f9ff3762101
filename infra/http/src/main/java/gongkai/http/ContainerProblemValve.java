package gongkai.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat itself refuses, such as an address that is not a URI, leaves as a problem document too. */
public final class ContainerProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = ProblemAdvice.commonProblem(HttpStatusCode.valueOf(response.getStatus()));
        SafeHeaders.HEADERS.forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getReporter()
                    .write(JsonMapper.shared().writeValueAsString(document(problem, response.getStatus())));
            response.finishResponse();
        } catch (IOException _) {
            // The client has gone; there is nobody left to tell.
            return;
        }
    }

    /** Spring's own rendering of a problem is not at hand out here. */
    private static Map<String, Object> document(ProblemCode problem, int status) {
        return Map.of(
                "type", ProblemException.typeOf(problem).toString(),
                "title", problem.title(),
                "status", status,
                "detail",
                        problem.title()
                                + "; characters outside ASCII must be percent-encoded in an address, and address and headers "
                                + "together may have 8 KB.",
                "code", problem.name());
    }
}
