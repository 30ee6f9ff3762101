package gongkai.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What a filter cannot read is its sender's fault: refused as such, and so what measures requests around it counts it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UnreadableRequests extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            var status = ProblemAdvice.refusal(e);
            if (status.isEmpty() || response.isCommitted()) {
                throw e;
            }
            response.sendError(status.get().value());
        }
    }
}
