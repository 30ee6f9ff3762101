package gongkai.issuer.account;

import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts as Spring Security asks for them, and what comes of each attempt. */
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
        accounts.failed(attempt.getAuthentication().getName());
    }

    @EventListener
    void right(AuthenticationSuccessEvent attempt) {
        accounts.succeeded(attempt.getAuthentication().getName());
    }
}
