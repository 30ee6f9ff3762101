package gongkai.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** No more of a body is read than any operation needs, announced or not; uploads and forms have bounds of their own. */
@RestControllerAdvice
class BodyBound extends RequestBodyAdviceAdapter {

    private final int most;

    BodyBound(@Value("${gongkai.largest-body:1MB}") DataSize most) {
        this.most = Math.toIntExact(most.toBytes());
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    /** Whole, before anybody makes something of its beginning. */
    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > most) {
            throw tooLarge();
        }
        var body = message.getBody().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge();
        }
        return new Whole(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private record Whole(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                CommonProblem.REQUEST_TOO_LARGE,
                "The body is larger than %,d bytes, which is the most that is read here; send less at a time."
                        .formatted(most));
    }
}
