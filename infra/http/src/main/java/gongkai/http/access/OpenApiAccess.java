package gongkai.http.access;

import gongkai.http.CommonProblem;
import gongkai.http.OpenApiProblems;
import gongkai.http.ProblemCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Writes into each operation of the document who may call it, from the matrix that decides it: a sentence for people,
 * {@code x-access} for programs, the token that it takes, and how everybody else is refused.
 */
record OpenApiAccess(AccessMatrix matrix) implements OpenApiCustomizer {

    private static final String TOKEN = "bearerAuth";
    private static final SecurityScheme SCHEME = new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("An access token (RFC 9068) of the issuer, with roles, jurisdictions and units");

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSecuritySchemes(TOKEN, SCHEME);
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) ->
                                matrix.documented(method.name(), path).ifPresent(it -> describe(operation, it))));
    }

    private static void describe(Operation operation, Permission row) {
        operation.setDescription(operation.getDescription() + "\n\n" + sentence(row));
        operation.addExtension(
                "x-access",
                Map.of(
                        "about", row.subject().name(),
                        "roles", row.roles().stream().sorted().map(Role::claim).toList()));
        if (row.subject() == Subject.SECRET_ADDRESS) {
            operation.setSecurity(List.of());
        } else {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
            OpenApiProblems.refuse(operation, refusals(row.subject()));
        }
    }

    private static String sentence(Permission row) {
        var roles = row.roles().stream().sorted().map(it -> "`" + it.claim() + "`");
        return "**Who may:** "
                + (row.subject() == Subject.SECRET_ADDRESS ? "" : roles.collect(Collectors.joining(", ")) + ", ")
                + row.subject().inWords() + ".";
    }

    private static Stream<ProblemCode> refusals(Subject subject) {
        return Stream.of(
                        Stream.of(CommonProblem.UNAUTHENTICATED, CommonProblem.FORBIDDEN),
                        subject.isCountys() ? Stream.of(CommonProblem.NOT_FOUND) : Stream.<CommonProblem>empty(),
                        subject.isAsked()
                                ? Stream.of(CommonProblem.JURISDICTION_REQUIRED)
                                : Stream.<CommonProblem>empty())
                .flatMap(it -> it);
    }
}
