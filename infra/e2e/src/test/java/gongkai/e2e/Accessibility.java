package gongkai.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What axe-core finds on a page against WCAG 2.2 AA that shuts people out. */
final class Accessibility {
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> WEIGHTY = Set.of("serious", "critical");

    private Accessibility() {}

    /** One sentence a violation, with the elements that are meant. */
    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(STANDARD).analyze().getViolations().stream()
                        .filter(it -> WEIGHTY.contains(it.getImpact()))
                        .map(it -> page.url() + " " + it.getId() + " (" + it.getHelp() + "): " + elements(it))
                        .toList();
    }

    private static String elements(Rule it) {
        return it.getNodes().stream().limit(3).map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }
}
