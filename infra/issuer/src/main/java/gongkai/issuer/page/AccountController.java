package gongkai.issuer.page;

import gongkai.issuer.account.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' list of accounts. A one-time password stands in one answer and never again. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Sessions sessions;
    private final String pages;

    AccountController(Accounts accounts, Sessions sessions, @Value("${gongkai.issuer.pages}") String[] pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages[0];
    }

    /** Whoever comes by themselves wants to go to the pages. */
    @GetMapping("/")
    String home() {
        return "redirect:" + pages;
    }

    /** @param change whose roles, counties and units are to be changed, if anybody's */
    @GetMapping("/accounts")
    ModelAndView list(@RequestParam(defaultValue = "") String change) {
        return accounts.find(change)
                .map(it -> page(new AskedAccount(it.name(), it.roles(), it.jurisdictions(), it.units()))
                        .addObject("change", it.name()))
                .orElseGet(() -> page(AskedAccount.NOTHING));
    }

    private ModelAndView page(AskedAccount asked) {
        return new ModelAndView("accounts")
                .addObject("accounts", accounts.all())
                .addObject("roles", AskedAccount.ROLES)
                .addObject("asked", asked)
                .addObject("pages", pages);
    }

    @PostMapping("/accounts")
    ModelAndView open(
            @RequestParam String name,
            @RequestParam(required = false, defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String jurisdictions,
            @RequestParam(defaultValue = "") String units) {
        var asked = AskedAccount.of(name, roles, jurisdictions, units);
        if (!asked.wrong().isEmpty()) {
            return refused(asked.wrong(), asked);
        }
        return accounts.open(name, roles, asked.jurisdictions(), asked.units())
                .map(it -> told(name, it))
                .orElseGet(() -> refused("taken", asked));
    }

    /** Nobody takes the administration from themselves. */
    @PostMapping("/accounts/{name}")
    ModelAndView change(
            @PathVariable String name,
            @RequestParam(required = false, defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String jurisdictions,
            @RequestParam(defaultValue = "") String units,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = AskedAccount.of(name, roles, jurisdictions, units);
        var wrong = person.getName().equals(name) && !roles.contains("administrator") ? "self" : asked.wrong();
        if (!wrong.isEmpty()) {
            return refused(wrong, asked).addObject("change", name);
        }
        accounts.change(name, roles, asked.jurisdictions(), asked.units());
        if (person.getName().equals(name)) {
            sessions.goOn(person, request, response);
        }
        return new ModelAndView("redirect:/accounts");
    }

    @PostMapping("/accounts/{name}/reset")
    ModelAndView reset(@PathVariable String name) {
        return accounts.reset(name).map(it -> told(name, it)).orElseGet(() -> page(AskedAccount.NOTHING));
    }

    /** For good, with the name: somebody left, or has a right that nothing of theirs is kept. Not oneself. */
    @PostMapping("/accounts/{name}/deletion")
    String delete(@PathVariable String name, Principal person) {
        if (!person.getName().equals(name)) {
            accounts.delete(name);
        }
        return "redirect:/accounts";
    }

    /** Nobody shuts themselves out. */
    @PostMapping("/accounts/{name}/enabled")
    String enable(@PathVariable String name, @RequestParam boolean enabled, Principal person) {
        if (!person.getName().equals(name)) {
            accounts.enable(name, enabled);
        }
        return "redirect:/accounts";
    }

    private ModelAndView told(String name, String password) {
        return page(AskedAccount.NOTHING).addObject("told", name).addObject("password", password);
    }

    private ModelAndView refused(String wrong, AskedAccount asked) {
        var page = page(asked).addObject("wrong", wrong);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
