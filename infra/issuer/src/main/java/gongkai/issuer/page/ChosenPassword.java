package gongkai.issuer.page;

import gongkai.issuer.account.Account;
import gongkai.issuer.account.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever came with a password that somebody told them chooses their own before anything else. */
final class ChosenPassword extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/password", "/login", "/logout", "/error");

    private final Accounts accounts;

    ChosenPassword(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        if (!OPEN.contains(path)
                && !path.startsWith("/static/")
                && SecurityContextHolder.getContext().getAuthentication()
                        instanceof UsernamePasswordAuthenticationToken person
                && accounts.find(person.getName())
                        .filter(Account::hasOneTimePassword)
                        .isPresent()) {
            // Not what a browser loads by itself, such as an icon.
            if (request.getMethod().equals("GET")
                    && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
                request.getSession().setAttribute(PasswordController.AFTERWARDS, withQuery(request));
            }
            response.sendRedirect("/password");
            return;
        }
        chain.doFilter(request, response);
    }

    private static String withQuery(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }
}
