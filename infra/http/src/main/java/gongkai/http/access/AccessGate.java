package gongkai.http.access;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Asks the matrix before any controller of ours runs, with the mapping that Spring MVC itself found: no second reading of
 * the path can differ from the first. Another county's things do not exist, whether they do or not.
 */
final class AccessGate implements HandlerInterceptor {

    private final AccessMatrix matrix;

    AccessGate(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod it
                && isOurs(it)) {
            var path = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            var permission = matrix.of(request.getMethod(), path)
                    .orElseThrow(() -> new IllegalStateException(
                            "The access matrix has no row for " + request.getMethod() + " " + path));
            if (permission.subject() != Subject.SECRET_ADDRESS) {
                require(permission, Caller.current(), pathId(request), request::getParameter);
            }
        }
        return true;
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("gongkai.")
                && !ErrorController.class.isAssignableFrom(handler.getBeanType());
    }

    /** What the address begins with, which says whose it is. */
    private static Optional<String> pathId(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? idIn(variables)
                : Optional.empty();
    }

    static Optional<String> idIn(Map<?, ?> variables) {
        return Stream.of("code", "id", "unit")
                .flatMap(it -> Stream.ofNullable(variables.get(it)))
                .map(String::valueOf)
                .findFirst();
    }

    static void require(
            Permission permission, Caller caller, Optional<String> pathId, UnaryOperator<@Nullable String> parameter) {
        var subject = permission.subject();
        var jurisdictions = subject.jurisdictions(pathId, parameter).toList();
        jurisdictions.forEach(caller::requireCounty);
        if (!caller.isOneOf(permission.roles())) {
            throw new AccessRefused(
                    CommonProblem.FORBIDDEN,
                    "This takes the role %s; you are %s (%s)."
                            .formatted(
                                    names(permission.roles().stream()), names(caller.roles().stream()), caller.name()));
        }
        if (jurisdictions.isEmpty() && subject.isAsked() && !caller.seesAll()) {
            throw new ProblemException(
                    CommonProblem.JURISDICTION_REQUIRED,
                    "Say jurisdiction= with one of yours: "
                            + caller.jurisdictions().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (subject.isUnits() && !mayAsAnythingElse(permission, caller)) {
            requireUnit(caller, subject.unit(pathId, parameter));
        }
    }

    private static boolean mayAsAnythingElse(Permission permission, Caller caller) {
        return caller.roles().stream()
                .anyMatch(it -> it != Role.OFFICER && permission.roles().contains(it));
    }

    private static void requireUnit(Caller caller, Optional<String> unit) {
        if (!unit.map(caller::actsFor).orElse(caller.units().contains(Caller.ALL))) {
            throw new AccessRefused(
                    CommonProblem.FORBIDDEN,
                    "You (%s) act for %s, and this is %s."
                            .formatted(
                                    caller.name(),
                                    caller.unitsInWords(),
                                    unit.map(it -> "of " + it).orElse("of all units: say unit= with one of yours")));
        }
    }

    private static String names(Stream<Role> roles) {
        return roles.sorted().map(Role::claim).collect(Collectors.joining(" or "));
    }
}
