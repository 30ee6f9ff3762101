package gongkai.http.access;

import gongkai.event.Identifier;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who asks. Nobody but the issuer says so: claims {@code roles}, {@code jurisdictions} and {@code units} of the token, each a
 * list of texts.
 *
 * @param name the account's, or the client's; it is the actor of what is recorded
 * @param jurisdictions six digits each, or {@code *} for all
 * @param units such as {@code 610926-T03}, or {@code *} for all of those counties; for officers alone
 */
public record Caller(String name, Set<Role> roles, Set<String> jurisdictions, Set<String> units) {

    public static final String ALL = "*";

    /** @throws IllegalStateException outside a request that came with a token */
    public static Caller current() {
        return of(token());
    }

    /** As it came, to be passed on to a service that the request needs. */
    public static Jwt token() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken it) {
            return it.getToken();
        }
        throw new IllegalStateException("Nobody is asking: there is no token");
    }

    static Caller of(Jwt token) {
        var name = Stream.of("preferred_username", "sub")
                .flatMap(it -> Stream.ofNullable(token.getClaimAsString(it)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The token has no subject"));
        var roles =
                texts(token, "roles").flatMap(it -> Role.named(it).stream()).collect(Collectors.toUnmodifiableSet());
        return new Caller(
                name,
                roles,
                texts(token, "jurisdictions").collect(Collectors.toUnmodifiableSet()),
                texts(token, "units").collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> texts(Jwt token, String claim) {
        return token.getClaim(claim) instanceof List<?> list
                ? list.stream().filter(String.class::isInstance).map(String.class::cast)
                : Stream.empty();
    }

    public boolean isOneOf(Set<Role> some) {
        return roles.stream().anyMatch(some::contains);
    }

    /** Whether the county exists for them at all. */
    public boolean sees(String jurisdiction) {
        return seesAll() || jurisdictions.contains(jurisdiction);
    }

    public boolean seesAll() {
        return jurisdictions.contains(ALL);
    }

    /** @throws ProblemException as if it did not exist, when the county is none of theirs */
    public void requireCounty(String jurisdiction) {
        if (!sees(jurisdiction)) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "There is nothing at this address for you.");
        }
    }

    /** For a query: null means every county. */
    public String @Nullable [] counties() {
        return seesAll() ? null : jurisdictions.toArray(String[]::new);
    }

    /** @throws ProblemException when they are an officer, nothing else, and of other units */
    public void requireUnitAsOfficer(String unit) {
        if (roles.equals(Set.of(Role.OFFICER)) && !actsFor(unit)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "You (%s) act for %s; say unit= with one of yours."
                            .formatted(name, units.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    boolean actsFor(String unit) {
        return sees(Identifier.jurisdictionOf(unit)) && (units.contains(ALL) || units.contains(unit));
    }

    /** The only unit whose officer somebody is who is nothing else. */
    public Optional<String> onlyUnit() {
        return roles.equals(Set.of(Role.OFFICER)) && units.size() == 1 && !units.contains(ALL)
                ? units.stream().findFirst()
                : Optional.empty();
    }
}
