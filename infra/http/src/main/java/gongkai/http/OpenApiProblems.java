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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final String TYPE = "application/problem+json";
    private static final List<CommonProblem> ANY =
            List.of(CommonProblem.INTERNAL_ERROR, CommonProblem.TOO_MANY_REQUESTS);

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
        return new Components().addSchemas(SCHEMA, schema);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var refused = MergedAnnotations.from(method.getMethod()).stream(Refuses.class)
                .flatMap(it -> Arrays.stream(it.getStringArray("value")))
                .distinct();
        refuse(
                operation,
                Stream.concat(ANY.stream().map(ProblemCode::name), refused)
                        .distinct()
                        .map(this::code));
        return operation;
    }

    /** Beside the problems that the operation's page already has. */
    public static void refuse(Operation operation, Stream<? extends ProblemCode> codes) {
        var responses = operation.getResponses();
        codes.collect(Collectors.groupingBy(
                        it -> Integer.toString(it.status().value()), TreeMap::new, Collectors.toList()))
                .forEach((status, problems) -> responses.addApiResponse(
                        status,
                        add(
                                problems,
                                Optional.ofNullable(responses.get(status))
                                        .filter(it -> it.getContent() != null
                                                && it.getContent().containsKey(TYPE)))));
    }

    private ProblemCode code(String name) {
        var code = codes.get(name);
        if (code == null) {
            throw new IllegalStateException("@Refuses names «" + name + "», which is no problem code of this service");
        }
        return code;
    }

    private static ApiResponse add(List<? extends ProblemCode> problems, Optional<ApiResponse> there) {
        var media = there.map(it -> it.getContent().get(TYPE))
                .orElseGet(() -> new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + SCHEMA)));
        problems.forEach(it -> media.addExamples(it.name(), new Example().value(example(it))));
        return new ApiResponse()
                .description(Stream.concat(
                                there.map(ApiResponse::getDescription).stream(),
                                problems.stream().map(it -> "`" + it.name() + "` " + it.title()))
                        .collect(Collectors.joining("; ")))
                .content(new Content().addMediaType(TYPE, media));
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
