package gongkai.http.access;

import gongkai.event.Identifier;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an operation is about, as far as access goes; every id begins with its county's code. */
public enum Subject {
    /** No county's: how the services are doing, the calendar of the country. */
    NO_COUNTY(false, false, "of any county; where the answer tells of counties, it is of one's own"),
    /** What a secret in the address leads to: whoever knows it may, without a token. */
    SECRET_ADDRESS(false, false, "whoever knows the secret address, without a token"),
    /** The county that the id in the path begins with. */
    COUNTY(true, false, "of the county that the id in the address begins with"),
    /** A unit, or what one unit owes: of officers, only its own may ask. */
    UNIT(true, true, "of the county that the id in the address begins with; an officer for units of their own"),
    /** The county that a parameter names; only who sees all may leave it out. */
    COUNTY_ASKED(false, false, "of the county that `jurisdiction=` names; only who sees all counties may leave it out"),
    /** The same; officers must name their unit. */
    UNIT_ASKED(
            false,
            true,
            "of the county that `jurisdiction=` or `unit=` names; only who sees all counties may leave both out; an officer "
                    + "names a unit of their own");

    private final boolean inPath;
    private final boolean ofUnit;
    private final String words;

    Subject(boolean inPath, boolean ofUnit, String words) {
        this.inPath = inPath;
        this.ofUnit = ofUnit;
        this.words = words;
    }

    /** Of whom it may be asked, as the end of a sentence that begins with the roles. */
    String inWords() {
        return words;
    }

    /** Whether it is of a county at all, so that to others it is not there. */
    boolean isCountys() {
        return inPath || isAsked();
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
