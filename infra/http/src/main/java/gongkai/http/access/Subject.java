package gongkai.http.access;

import gongkai.event.Identifier;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operation is about, as far as access goes; every id begins with its county's code. */
public enum Subject {
    /** No county's: how the services are doing, the calendar of the country. */
    NO_COUNTY(false, false),
    /** What a secret in the address leads to: whoever knows it may, without a token. */
    SECRET_ADDRESS(false, false),
    /** The county that the id in the path begins with. */
    COUNTY(true, false),
    /** A unit, or what one unit owes: of officers, only its own may ask. */
    UNIT(true, true),
    /** The county that a parameter names; only who sees all may leave it out. */
    COUNTY_ASKED(false, false),
    /** The same; officers must name their unit. */
    UNIT_ASKED(false, true);

    private final boolean inPath;
    private final boolean ofUnit;

    Subject(boolean inPath, boolean ofUnit) {
        this.inPath = inPath;
        this.ofUnit = ofUnit;
    }

    boolean isAsked() {
        return this == COUNTY_ASKED || this == UNIT_ASKED;
    }

    boolean isUnits() {
        return ofUnit;
    }

    /** Of whom it is asked; all of them are looked at. */
    Stream<String> jurisdictions(Optional<String> pathId, UnaryOperator<@Nullable String> parameter) {
        if (inPath) {
            return pathId.stream().map(Identifier::jurisdictionOf);
        }
        return isAsked()
                ? Stream.of("jurisdiction", "unit")
                        .flatMap(it -> asked(parameter, it).stream())
                        .map(Identifier::jurisdictionOf)
                : Stream.empty();
    }

    /** Empty: none is named. */
    Optional<String> unit(Optional<String> pathId, UnaryOperator<@Nullable String> parameter) {
        return inPath ? pathId.map(Identifier::unitOf) : asked(parameter, "unit");
    }

    private static Optional<String> asked(UnaryOperator<@Nullable String> parameter, String name) {
        return Optional.ofNullable(parameter.apply(name)).filter(it -> !it.isBlank());
    }
}
