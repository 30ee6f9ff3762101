package gongkai.command.api;

import gongkai.http.OpenApiExamples;
import gongkai.http.OpenApiProblems;
import gongkai.http.ProblemConfiguration;
import gongkai.http.calendar.CalendarController;
import gongkai.http.metrics.MetricsPort;
import gongkai.http.tracing.TracingConfiguration;
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
                        .title("Gongkai command API")
                        .version("1")
                        .description("Record what is planned and what was done. A write answers with ledger, leaf and "
                                + "position; every error is an RFC 9457 problem with a code."));
    }

    @Bean
    OpenApiProblems problems() {
        return OpenApiProblems.of(CommandProblem.values());
    }

    @Bean
    OpenApiExamples examples() {
        return new OpenApiExamples("openapi/command");
    }
}
