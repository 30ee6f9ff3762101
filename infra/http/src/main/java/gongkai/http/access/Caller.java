package gongkai.http.access;

import gongkai.event.Identifier;
import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
 * @param id what the issuer knows them by for ever, {@code sub}
 * @param account the issuer and the id: no other account in the world has the same
 * @param name what they are called, {@code preferred_username}; of a program its id
 * @param jurisdictions six digits each, or {@code *} for all
 * @param units such as {@code 610926-T03}, or {@code *} for all of those counties; for officers alone
 */
public record Caller(
        String id, String account, String name, Set<Role> roles, Set<String> jurisdictions, Set<String> units) {

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
        var name = Optional.ofNullable(token.getClaimAsString("preferred_username"));
        var id = Optional.ofNullable(token.getSubject())
                .or(() -> name)
                .orElseThrow(() -> new IllegalStateException("The token has no subject"));
        var roles =
                texts(token, "roles").flatMap(it -> Role.named(it).stream()).collect(Collectors.toUnmodifiableSet());
        return new Caller(
                id,
                token.getClaimAsString("iss") + "\n" + id,
                name.orElse(id),
                roles,
                texts(token, "jurisdictions").collect(Collectors.toUnmodifiableSet()),
                texts(token, "units").collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it is somebody whose name is kept apart from what they did; a program's id is its name. */
    public boolean isPerson() {
        return !name.equals(id);
    }

    /**
     * Whom a county's records name: a program's own id; of a person one that says nothing, always the same for the same
     * account and county, and not to be found out from either of the two but by trying accounts.
     */
    public String actorIn(String county) {
        return isPerson() ? Identifier.person(county, digits(account + "\n" + county)) : id;
    }

    private static String digits(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
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
            throw new AccessRefused(CommonProblem.NOT_FOUND, "There is nothing at this address for you.");
        }
    }

    /** For a query: null means every county. */
    public String @Nullable [] counties() {
        return seesAll() ? null : jurisdictions.toArray(String[]::new);
    }

    /** @throws ProblemException when they are an officer, nothing else, and of other units */
    public void requireUnitAsOfficer(String unit) {
        if (roles.equals(Set.of(Role.OFFICER)) && !actsFor(unit)) {
            throw new AccessRefused(
                    CommonProblem.FORBIDDEN,
                    "You (%s) act for %s; say unit= with one of yours.".formatted(name, unitsInWords()));
        }
    }

    String unitsInWords() {
        return units.stream().sorted().collect(Collectors.joining(", "));
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
