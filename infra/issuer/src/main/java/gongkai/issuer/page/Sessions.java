package gongkai.issuer.page;

import gongkai.issuer.account.Accounts;
import gongkai.issuer.account.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session ends when its account is closed or changes; only the one in which somebody changes their own goes on. */
@Component
class Sessions extends OncePerRequestFilter {

    private final Accounts accounts;
    private final UserDetailsService people;

    Sessions(Accounts accounts, UserDetailsService people) {
        this.accounts = accounts;
        this.people = people;
    }

    /** It stands in the chains of Spring Security, and nowhere else. */
    @Bean
    static FilterRegistrationBean<Sessions> notByItself(Sessions filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var holder = SecurityContextHolder.getContext().getAuthentication();
        if (holder != null
                && holder.getPrincipal() instanceof SignedIn person
                && accounts.find(person.getUsername()).filter(person::isStill).isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, holder);
            if (!request.getMethod().equals("GET")) {
                // What the form was sent for counts no longer, and its mark against forgery is gone.
                response.sendRedirect("/login");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** After a change of one's own account: with what it is now, signed in when it was, and under another id. */
    void goOn(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        var now = people.loadUserByUsername(person.getName());
        var factors = person.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance);
        var authorities = Stream.concat(factors, now.getAuthorities().stream()).toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(now, null, authorities));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
