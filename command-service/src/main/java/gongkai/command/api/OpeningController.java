package gongkai.command.api;

import gongkai.command.person.PersonUnknownException;
import gongkai.command.person.Persons;
import gongkai.command.person.Persons.Opened;
import gongkai.event.Identifier;
import gongkai.http.Refuses;
import gongkai.http.access.Caller;
import gongkai.person.PersonalField;
import gongkai.person.Seal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The only way from a key to a text: for whoever may read it, at the moment of reading, and to be kept nowhere. */
@RestController
@Tag(name = "Persons 个人信息", description = "Who is named, sealed under a key of their own, and erased for good")
class OpeningController {

    private final Persons persons;
    private final Actors actors;

    OpeningController(Persons persons, Actors actors) {
        this.persons = persons;
        this.actors = actors;
    }

    @PostMapping(
            path = "/api/jurisdictions/{code}/openings",
            consumes = "application/json",
            produces = "application/json")
    @Operation(
            summary = "Open what is sealed of persons",
            description =
                    "Each as it stands in an event; or only the person, who once signed in. Answered in the same order: "
                            + "OPEN with the name, ERASED, or UNAVAILABLE when there is no key for it now. An officer opens what is "
                            + "about their own units.")
    @Refuses({"REQUEST_MALFORMED", "REQUEST_TOO_LARGE", "FIELD_INVALID", "FORBIDDEN", "PERSON_UNKNOWN", "PERSON_ERASED"
    })
    ResponseEntity<OpeningAnswer> open(@PathVariable String code, @Valid @RequestBody OpeningBody body) {
        actors.in(code);
        var opened = body.items().stream().map(it -> answer(code, it)).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new OpeningAnswer(opened));
    }

    private OpenedItem answer(String code, SealedItem it) {
        if (!Identifier.jurisdictionOf(it.person()).equals(code)) {
            throw new PersonUnknownException(it.person());
        }
        if (it.field() == null || it.about() == null || it.sealed() == null) {
            return OpenedItem.of(it.person(), persons.called(it.person()));
        }
        Caller.current().requireUnitAsOfficer(Identifier.unitOf(it.about()));
        return OpenedItem.of(it.person(), persons.open(new Seal(it.person(), it.field(), it.about()), it.sealed()));
    }

    record OpeningBody(@NotNull @Size(max = 1000) List<@NotNull @Valid SealedItem> items) {}

    record SealedItem(
            @NotBlank @Size(max = 50) String person,

            @Nullable
            @Schema(description = "In which field of an event it stands; left out: what they are called who signed in")
            PersonalField field,

            @Size(max = 100)
            @Nullable
            @Schema(description = "The unit's code of a contact, the obligation's id of a reporter")
            String about,

            @Size(max = 2000) @Nullable String sealed) {}

    record OpeningAnswer(List<OpenedItem> items) {}

    record OpenedItem(String person, State state, Optional<String> name, Optional<String> phone) {

        enum State {
            OPEN,
            ERASED,
            UNAVAILABLE
        }

        static OpenedItem of(String person, Opened opened) {
            return switch (opened) {
                case Opened.Open(var details) ->
                    new OpenedItem(person, State.OPEN, Optional.of(details.name()), details.phone());
                case Opened.Erased() -> new OpenedItem(person, State.ERASED, Optional.empty(), Optional.empty());
                case Opened.Unavailable() ->
                    new OpenedItem(person, State.UNAVAILABLE, Optional.empty(), Optional.empty());
            };
        }
    }
}
