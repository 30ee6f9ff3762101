package gongkai.query.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/**
 * Every link of a page that looks at another time looks at that time too: in one place, so that no template can forget it.
 * A link that names a time of its own keeps its own; a parameter without a value is left out.
 */
final class TimeKeepingLinks extends AbstractLinkBuilder {

    /** What has no time: files, the API's description, and the desk, where people work now. */
    private static final Set<String> TIMELESS = Set.of("/static/", "/webjars/", "/docs", "/desk");

    private final StandardLinkBuilder standard = new StandardLinkBuilder();

    @Override
    public @Nullable String buildLink(
            IExpressionContext context, @Nullable String base, @Nullable Map<String, Object> parameters) {
        Map<String, Object> all = new LinkedHashMap<>(parameters == null ? Map.of() : parameters);
        if (base != null && takesTime(base, all) && context.getVariable(Look.ATTRIBUTE) instanceof Look look) {
            look.at().ifPresent(it -> all.put("at", it));
            look.known().ifPresent(it -> all.put("known", it));
        }
        all.values().removeIf(it -> it == null || it.equals(""));
        return standard.buildLink(context, base, all);
    }

    private static boolean takesTime(String base, Map<String, Object> parameters) {
        return base.startsWith("/")
                && TIMELESS.stream().noneMatch(base::startsWith)
                && Stream.of("at", "known", "issue").noneMatch(parameters::containsKey);
    }
}
