package gongkai.issuer.log;

import gongkai.issuer.account.Account;
import gongkai.issuer.account.AccountChanged;
import gongkai.issuer.account.Accounts;
import gongkai.issuer.account.SignedIn;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureProviderNotFoundEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * OWASP ASVS 5.0, 16.3.1–16.3.3, in the words of the Elastic Common Schema. A line has nothing that somebody typed: accounts
 * by their ids, programs by theirs, and never a name, password or token.
 */
@Component
class SecurityLog {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.class);
    private static final String UNKNOWN = "unknown";
    private static final int FAILURES_AT_ONCE = 20;

    private final Accounts accounts;
    private final RegisteredClientRepository programs;

    /** So that nobody fills the disk, nor hides one by many: of each account and program, and of all that nobody has. */
    private final Map<String, Bucket> failures = new ConcurrentHashMap<>();

    SecurityLog(Accounts accounts, RegisteredClientRepository programs) {
        this.accounts = accounts;
        this.programs = programs;
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        switch (event.getAuthentication()) {
            case UsernamePasswordAuthenticationToken it ->
                id(it).ifPresent(id -> line(Level.INFO, "sign-in", id).log("Signed in"));
            case OidcLogoutAuthenticationToken it
            when it.getIdToken() != null ->
                line(Level.INFO, "sign-out", String.valueOf(it.getIdToken().getSubject()))
                        .log("Signed out");
            // A person's come with one to renew them.
            case OAuth2AccessTokenAuthenticationToken it
            when it.getRefreshToken() == null ->
                line(Level.INFO, "token", it.getRegisteredClient().getClientId())
                        .log("A program was given a token");
            default -> {
                // Steps between a sign-in and its tokens.
            }
        }
    }

    /** Each failure of a program is told twice, once by a place that knows none. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        var who = who(event.getAuthentication());
        if (!(event instanceof AuthenticationFailureProviderNotFoundEvent) && hasRoomFor(who)) {
            line(Level.WARN, "sign-in", who, "failure")
                    .addKeyValue("event.reason", reason(event.getException()))
                    .log("Not signed in");
        }
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        id(event.getAuthentication())
                .ifPresent(it -> line(Level.INFO, "sign-out", it).log("Signed out"));
    }

    @EventListener
    void changed(AccountChanged event) {
        var by = id(SecurityContextHolder.getContext().getAuthentication()).orElse("start");
        line(
                        Level.INFO,
                        "account-"
                                + event.what().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        by)
                .addKeyValue("user.target.id", event.account().toString())
                .log("An account changed");
    }

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        id(event.getAuthentication().get())
                .filter(this::hasRoomFor)
                .ifPresent(it -> line(Level.WARN, "access", it, "failure").log("Not allowed"));
    }

    private boolean hasRoomFor(String who) {
        return failures.computeIfAbsent(
                        who,
                        _ -> Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(FAILURES_AT_ONCE).refillGreedy(1, Duration.ofSeconds(1)))
                                .build())
                .tryConsume(1);
    }

    private static LoggingEventBuilder line(Level level, String action, String who) {
        return line(level, action, who, "success");
    }

    private static LoggingEventBuilder line(Level level, String action, String who, String outcome) {
        return LOG.atLevel(level)
                .addKeyValue("event.action", action)
                .addKeyValue("event.outcome", outcome)
                .addKeyValue("user.id", who);
    }

    private static Optional<String> id(@Nullable Authentication holder) {
        return holder != null && holder.getPrincipal() instanceof SignedIn it
                ? Optional.of(it.id().toString())
                : Optional.empty();
    }

    /** What was typed is looked up, and not shown: people type passwords where names belong. */
    private String who(Authentication attempt) {
        var name = attempt.getName();
        return attempt instanceof UsernamePasswordAuthenticationToken
                ? accounts.find(name).map(Account::id).map(String::valueOf).orElse(UNKNOWN)
                : programs.findByClientId(name) == null ? UNKNOWN : name;
    }

    private static String reason(Exception failure) {
        return failure instanceof OAuth2AuthenticationException it
                ? it.getError().getErrorCode()
                : failure.getClass().getSimpleName().replace("Exception", "");
    }
}
