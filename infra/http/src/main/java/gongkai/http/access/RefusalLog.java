package gongkai.http.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * One line for each refusal of access (OWASP ASVS 5.0, 16.3.2, 16.3.3), in the words of the Elastic Common Schema: who, by id and
 * role, and which operation, never the address. Of one caller at most one a second, ten at once; all are counted.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusalLog implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final RequestRate LINES = new RequestRate(1);
    private static final String NOBODY = "";

    /** Only looks on: whoever comes next makes a document or a page of it. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessRefused refused) {
            var caller = Caller.current();
            if (LINES.hasRoomFor(caller.account())) {
                line(refused.code().name())
                        .addKeyValue("user.id", caller.id())
                        .addKeyValue(
                                "user.roles",
                                caller.roles().stream()
                                        .map(Role::claim)
                                        .sorted()
                                        .collect(Collectors.joining(" ")))
                        .addKeyValue("http.request.method", request.getMethod())
                        .addKeyValue(
                                "http.route",
                                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)))
                        .log("Access refused");
            }
        }
        return null;
    }

    /** Whose it is nobody knows, so of all together there is one a second. */
    static void tokenNotTaken(HttpServletRequest request) {
        if (LINES.hasRoomFor(NOBODY)) {
            line("TOKEN_NOT_TAKEN")
                    .addKeyValue("http.request.method", request.getMethod())
                    .log("Access refused");
        }
    }

    private static LoggingEventBuilder line(String reason) {
        return LOG.atWarn()
                .addKeyValue("event.action", "access")
                .addKeyValue("event.outcome", "failure")
                .addKeyValue("event.reason", reason);
    }
}
