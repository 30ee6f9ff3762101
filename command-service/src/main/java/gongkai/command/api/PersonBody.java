package gongkai.command.api;

import gongkai.command.domain.Rejection;
import gongkai.command.person.Persons;
import gongkai.event.Identifier;
import gongkai.event.Personal;
import gongkai.person.PersonDetails;
import gongkai.person.PersonalField;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody, as they are named to us. Sealed before anything of it goes on; never shown in a message. */
record PersonBody(
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = ONE_LINE, message = "must be one line")
        @Schema(description = "What they are called")
        String name,

        @Size(min = 1, max = 50)
        @Pattern(regexp = ONE_LINE, message = "must be one line")
        @Nullable
        @Schema(description = "How they are reached")
        String phone,

        @Size(max = 50)
        @Nullable
        @Schema(description = "The id that an earlier answer gave, when it is somebody who was named before")
        String person) {

    private static final String ONE_LINE = "[^\\p{Cntrl}]*";

    /**
     * @throws gongkai.command.person.PersonUnknownException when «person» names nobody of the county
     * @throws gongkai.command.person.PersonErasedException when it names somebody whose data were erased
     */
    Personal seal(Persons persons, String county, PersonalField field, String about) {
        if (!Identifier.JURISDICTION.matcher(county).matches()) {
            throw Rejection.JURISDICTION_UNKNOWN.because("There is no jurisdiction «%s».".formatted(county));
        }
        if (person != null) {
            persons.requireLiving(county, person);
        }
        var details = new PersonDetails(
                name.strip(), Optional.ofNullable(phone).map(String::strip).filter(it -> !it.isEmpty()));
        return persons.seal(person == null ? Persons.newIn(county) : person, field, about, details);
    }

    @Override
    public String toString() {
        return "PersonBody[]";
    }
}
