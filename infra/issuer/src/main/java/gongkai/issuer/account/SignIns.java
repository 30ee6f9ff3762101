package gongkai.issuer.account;

import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts as Spring Security asks for them, and what comes of each attempt; programs have no account. */
@Component
class SignIns implements UserDetailsService {

    private final Accounts accounts;

    SignIns(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.find(name)
                .map(it -> new SignedIn(it, Instant.now()))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @EventListener
    void wrong(AuthenticationFailureBadCredentialsEvent attempt) {
        if (attempt.getAuthentication() instanceof UsernamePasswordAuthenticationToken person) {
            accounts.failed(person.getName());
        }
    }

    @EventListener
    void right(AuthenticationSuccessEvent attempt) {
        if (attempt.getAuthentication() instanceof UsernamePasswordAuthenticationToken person) {
            accounts.succeeded(person.getName());
        }
    }
}
