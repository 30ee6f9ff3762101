package gongkai.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer, refusals included, says that it runs and loads only what is ours, stands in no frame and is what its type
 * says. The pages of the OpenAPI documents alone style themselves by script.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafeHeaders extends OncePerRequestFilter {

    private static final String OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String DOCUMENTED = OURS.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self'", "img-src 'self' data:");

    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", OURS,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin");

    private final String policy;
    private final String documented;

    /** @param issuer where a form leads whose sender has to sign in again, and who signs out */
    SafeHeaders(@Value("${gongkai.issuer}") URI issuer) {
        policy = withForms(OURS, issuer);
        documented = withForms(DOCUMENTED, issuer);
    }

    private static String withForms(String policy, URI issuer) {
        return policy.replace(
                "form-action 'self'",
                "form-action 'self' " + issuer.resolve("/").toString().replaceFirst("/$", ""));
    }

    /** What the server refuses by itself comes by here only as an error. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HEADERS.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", policy);
        if (request.getRequestURI().startsWith(request.getContextPath() + "/swagger-ui/")) {
            response.setHeader("Content-Security-Policy", documented);
        }
        var type = request.getContentType();
        if (request.getDispatcherType() == DispatcherType.REQUEST && type != null && type.contains("*")) {
            // No body is of any type; where nobody takes the address Spring would fail on it.
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        chain.doFilter(request, response);
    }
}
