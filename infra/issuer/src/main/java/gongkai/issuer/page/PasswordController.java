package gongkai.issuer.page;

import gongkai.issuer.account.Account;
import gongkai.issuer.account.Accounts;
import gongkai.issuer.account.EasyPasswords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, and choosing a password of one's own. */
@Controller
class PasswordController {

    /** Where the person was going; the session's attribute. */
    static final String AFTERWARDS = "afterwards";

    /** NIST SP 800-63B-4, 3.1.1: length, and no rule about kinds of signs. */
    private static final int SHORTEST = 12;

    /** What the encoding takes, in bytes. */
    private static final int LONGEST = 72;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final EasyPasswords easy;
    private final Sessions sessions;
    private final AuthenticationEventPublisher attempts;

    PasswordController(
            Accounts accounts,
            PasswordEncoder encoder,
            EasyPasswords easy,
            Sessions sessions,
            AuthenticationEventPublisher attempts) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.easy = easy;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/password")
    String ask() {
        return "password";
    }

    @PostMapping("/password")
    ModelAndView choose(
            @RequestParam String present,
            @RequestParam String chosen,
            @RequestParam String again,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wrong = accounts.find(person.getName())
                .filter(it -> isPresent(it, present, person))
                .map(it -> wrong(it, present, chosen, again))
                .orElse(Optional.of("present"));
        if (wrong.isPresent()) {
            var page = new ModelAndView("password").addObject("wrong", wrong.get());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        accounts.choose(person.getName(), chosen);
        sessions.goOn(person, request, response);
        var session = request.getSession();
        var afterwards = session.getAttribute(AFTERWARDS) instanceof String it ? it : "/";
        session.removeAttribute(AFTERWARDS);
        return new ModelAndView("redirect:" + afterwards);
    }

    /** A session left open is no place to guess at: wrong ones count as at the sign-in. */
    private boolean isPresent(Account account, String password, Authentication person) {
        if (account.lockedUntil().isAfter(Instant.now())) {
            return false;
        }
        var is = encoder.matches(password, account.password());
        if (!is) {
            attempts.publishAuthenticationFailure(new BadCredentialsException("not the present password"), person);
        }
        return is;
    }

    private Optional<String> wrong(Account account, String present, String chosen, String again) {
        if (chosen.length() < SHORTEST || chosen.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("length");
        }
        if (chosen.equals(present) || chosen.contains(account.name())) {
            return Optional.of("same");
        }
        if (easy.contain(chosen, account)) {
            return Optional.of("easy");
        }
        return chosen.equals(again) ? Optional.empty() : Optional.of("again");
    }
}
