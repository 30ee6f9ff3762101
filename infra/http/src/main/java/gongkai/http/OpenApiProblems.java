package gongkai.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.method.HandlerMethod;

/**
 * Writes into each operation's page the problem documents that it may answer with, one example a code.
 *
 * @param codes all codes that {@link Refuses} may name
 */
public record OpenApiProblems(Map<String, ProblemCode> codes) implements GlobalOperationCustomizer {

    private static final String SCHEMA = "Problem";
    private static final String TOKEN = "token";
    private static final List<CommonProblem> ANY = List.of(
            CommonProblem.INTERNAL_ERROR,
            CommonProblem.UNAUTHENTICATED,
            CommonProblem.FORBIDDEN,
            CommonProblem.TOO_MANY_REQUESTS);

    public static OpenApiProblems of(ProblemCode[]... lists) {
        return new OpenApiProblems(Stream.concat(
                        Arrays.stream(CommonProblem.values()),
                        Arrays.stream(lists).flatMap(Arrays::stream))
                .collect(Collectors.toMap(ProblemCode::name, Function.identity())));
    }

    /** What every problem document holds (RFC 9457), for the components of a service's document. */
    public static Components components() {
        var schema = new ObjectSchema()
                .description("RFC 9457 problem")
                .addProperty("type", new StringSchema().description("urn:gongkai:problem:<code>"))
                .addProperty("title", new StringSchema().description("What went wrong, in a few words"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("What exactly, where, and how to cure it"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable name of the refusal"));
        return new Components()
                .addSchemas(SCHEMA, schema)
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token (RFC 9068) of the issuer, with roles and jurisdictions"));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var refused = MergedAnnotations.from(method.getMethod()).stream(Refuses.class)
                .flatMap(it -> Arrays.stream(it.getStringArray("value")))
                .distinct();
        var byStatus = Stream.concat(ANY.stream().map(ProblemCode::name), refused)
                .distinct()
                .map(this::code)
                .collect(Collectors.groupingBy(it -> it.status().value(), TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, problems) ->
                operation.getResponses().addApiResponse(Integer.toString(status), response(problems)));
        return operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    private ProblemCode code(String name) {
        var code = codes.get(name);
        if (code == null) {
            throw new IllegalStateException("@Refuses names «" + name + "», which is no problem code of this service");
        }
        return code;
    }

    private static ApiResponse response(List<ProblemCode> problems) {
        var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA));
        problems.forEach(it -> media.addExamples(it.name(), new Example().value(example(it))));
        return new ApiResponse()
                .description(problems.stream()
                        .map(it -> "`" + it.name() + "` " + it.title())
                        .collect(Collectors.joining("; ")))
                .content(new Content().addMediaType("application/problem+json", media));
    }

    private static Map<String, Object> example(ProblemCode it) {
        return Map.of(
                "type", ProblemException.typeOf(it).toString(),
                "title", it.title(),
                "status", it.status().value(),
                "detail", it.title() + ": here stands what exactly, where, and how to cure it.",
                "code", it.name());
    }
}
