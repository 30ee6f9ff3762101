package gongkai.query.dashboard;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemAdvice;
import gongkai.http.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A person whose address, method or form no page of ours takes sees a page all the same; only programs get documents. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class NoPage implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(NoPage.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (isForPrograms(request) || isPage(handler)) {
            return null;
        }
        if (failure instanceof ErrorResponse it && it.getHeaders().getFirst(HttpHeaders.ALLOW) != null) {
            response.setHeader(HttpHeaders.ALLOW, it.getHeaders().getFirst(HttpHeaders.ALLOW));
        }
        var status = HttpStatusCode.valueOf(statusOf(failure, request));
        var code = status.isSameCodeAs(HttpStatus.UNAUTHORIZED) ? CommonProblem.UNAUTHENTICATED.name() : "";
        var page = new ModelAndView("problem", Map.of("code", code));
        page.setStatus(status);
        return page;
    }

    /** The status of what was refused; 500, and a line in the log, for what failed. */
    public static int statusOf(Exception failure, HttpServletRequest request) {
        return ProblemAdvice.refusal(failure).map(HttpStatusCode::value).orElseGet(() -> {
            LOG.error("Unexpected failure at {}", request.getRequestURI(), failure);
            return HttpStatus.INTERNAL_SERVER_ERROR.value();
        });
    }

    /** What a program reads in the refusal's headers a browser is told as well. */
    public static void sayWhen(ProblemException refusal, HttpServletResponse response) {
        Optional.ofNullable(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                .ifPresent(it -> response.setHeader(HttpHeaders.RETRY_AFTER, it));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : request.getRequestURI();
        return Stream.of("/api", "/actuator", "/v3")
                .map(it -> request.getContextPath() + it)
                .anyMatch(it -> address.equals(it) || address.startsWith(it + "/"));
    }

    /** Pages tell their own problems. */
    private static boolean isPage(@Nullable Object handler) {
        return handler instanceof HandlerMethod it && !ErrorController.class.isAssignableFrom(it.getBeanType());
    }
}
