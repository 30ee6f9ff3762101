package gongkai.issuer.page;

import gongkai.issuer.account.Accounts;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrators' list of accounts. A one-time password stands in one answer and never again. */
@Controller
class AccountController {

    private static final List<String> ROLES = List.of("registrar", "officer", "inspector", "auditor", "administrator");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,39}");
    private static final Pattern COUNTY = Pattern.compile("\\d{6}|\\*");
    private static final Pattern UNIT = Pattern.compile("\\d{6}-[A-Z][A-Z0-9]{0,9}|\\*");

    private final Accounts accounts;
    private final String pages;

    AccountController(Accounts accounts, @Value("${gongkai.issuer.pages}") String[] pages) {
        this.accounts = accounts;
        this.pages = pages[0];
    }

    /** Whoever comes by themselves wants to go to the pages. */
    @GetMapping("/")
    String home() {
        return "redirect:" + pages;
    }

    @GetMapping("/accounts")
    ModelAndView list() {
        return new ModelAndView("accounts")
                .addObject("accounts", accounts.all())
                .addObject("roles", ROLES)
                .addObject("pages", pages);
    }

    @PostMapping("/accounts")
    ModelAndView open(
            @RequestParam String name,
            @RequestParam(required = false, defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String jurisdictions,
            @RequestParam(defaultValue = "") String units) {
        var counties = words(jurisdictions);
        var theirs = words(units);
        var wrong = wrong(name, roles, counties, theirs);
        if (!wrong.isEmpty()) {
            return refused(wrong, name, jurisdictions, units);
        }
        return accounts.open(name, roles, counties, theirs)
                .map(it -> told(name, it))
                .orElseGet(() -> refused("taken", name, jurisdictions, units));
    }

    @PostMapping("/accounts/{name}/reset")
    ModelAndView reset(@PathVariable String name) {
        return accounts.reset(name).map(it -> told(name, it)).orElseGet(this::list);
    }

    /** Nobody shuts themselves out. */
    @PostMapping("/accounts/{name}/enabled")
    String enable(@PathVariable String name, @RequestParam boolean enabled, Principal person) {
        if (!person.getName().equals(name)) {
            accounts.enable(name, enabled);
        }
        return "redirect:/accounts";
    }

    private static String wrong(String name, List<String> roles, List<String> counties, List<String> units) {
        if (!NAME.matcher(name).matches()) {
            return "name";
        }
        if (roles.isEmpty() || !ROLES.containsAll(roles)) {
            return "roles";
        }
        if (counties.isEmpty()
                || !counties.stream().allMatch(it -> COUNTY.matcher(it).matches())) {
            return "jurisdictions";
        }
        var lacksUnits = roles.contains("officer") && units.isEmpty();
        return lacksUnits || !units.stream().allMatch(it -> UNIT.matcher(it).matches()) ? "units" : "";
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,，、]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private ModelAndView told(String name, String password) {
        return list().addObject("told", name).addObject("password", password);
    }

    private ModelAndView refused(String wrong, String name, String jurisdictions, String units) {
        var page = list().addObject("wrong", wrong)
                .addObject("name", name)
                .addObject("jurisdictions", jurisdictions)
                .addObject("units", units);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
