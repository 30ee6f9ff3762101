package gongkai.query.api;

import gongkai.http.OpenApiExamples;
import gongkai.http.OpenApiProblems;
import gongkai.http.ProblemConfiguration;
import gongkai.http.calendar.CalendarController;
import gongkai.http.metrics.MetricsPort;
import gongkai.http.tracing.TracingConfiguration;
import gongkai.query.asof.QueryProblem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import({ProblemConfiguration.class, CalendarController.class, MetricsPort.class, TracingConfiguration.class})
class ApiConfiguration {

    @Bean
    OpenAPI document() {
        return new OpenAPI()
                .components(OpenApiProblems.components())
                .info(new Info()
                        .title("Gongkai query API")
                        .version("1")
                        .description(
                                "Ask who owes what, who is late, and what happened: now, or as it was at any moment. "
                                        + "Every error is an RFC 9457 problem with a code."));
    }

    @Bean
    OpenApiProblems problems() {
        return OpenApiProblems.of(QueryProblem.values());
    }

    @Bean
    OpenApiExamples examples() {
        return new OpenApiExamples("openapi/query");
    }
}
