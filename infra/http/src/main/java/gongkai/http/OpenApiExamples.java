package gongkai.http;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a real request and answer beside each operation, from {@code <folder>/<operationId>.{request,response}.json}.
 *
 * @param folder where on the class path the examples of this service lie
 */
public record OpenApiExamples(String folder) implements GlobalOperationCustomizer {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (operation.getRequestBody() != null) {
            exemplify(
                    operation.getRequestBody().getContent(), method.getMethod().getName() + ".request");
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                exemplify(response.getContent(), method.getMethod().getName() + ".response");
            }
        });
        return operation;
    }

    private void exemplify(@Nullable Content content, String name) {
        if (content != null) {
            content.forEach((type, media) -> media.setExample(example(name, type)));
        }
    }

    /** Where an operation answers in several formats, each shows its own, else the one there is. */
    private @Nullable Object example(String name, String type) {
        var json = new ClassPathResource(folder + "/" + name + ".json");
        var text = new ClassPathResource(folder + "/" + name + ".csv");
        var prefersText = !type.contains("json") && text.exists();
        try {
            return json.exists() && !prefersText
                    ? JSON.readValue(json.getContentAsByteArray(), Object.class)
                    : text.exists() ? text.getContentAsString(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
