package gongkai.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What a service's own controllers answer, as Spring MVC knows it.
 *
 * @param types of the body that each takes, by «METHOD path»; empty where any is taken
 */
public record Endpoints(Map<String, String> types) {

    public static Endpoints of(ApplicationContext service) {
        var mappings = service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Map<String, String> types = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            var isOurs = method.getBeanType().getName().startsWith("gongkai.")
                    && !ErrorController.class.isAssignableFrom(method.getBeanType());
            if (isOurs) {
                var type = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(String::valueOf)
                        .orElse("");
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(
                                verb -> mapping.getPatternValues().forEach(path -> types.put(verb + " " + path, type)));
            }
        });
        return new Endpoints(types);
    }

    public Set<String> names() {
        return types.keySet();
    }
}
