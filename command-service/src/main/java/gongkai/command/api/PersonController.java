package gongkai.command.api;

import gongkai.command.dispatch.Dispatcher;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ErasePerson;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.NameContact;
import gongkai.command.person.Persons;
import gongkai.event.Identifier;
import gongkai.http.Refuses;
import gongkai.person.PersonalField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Persons 个人信息", description = "Who is named, sealed under a key of their own, and erased for good")
class PersonController {

    private final Dispatcher dispatcher;
    private final Persons persons;
    private final Actors actors;
    private final Places places;
    private final InstantSource clock;

    PersonController(Dispatcher dispatcher, Persons persons, Actors actors, Places places, InstantSource clock) {
        this.dispatcher = dispatcher;
        this.persons = persons;
        this.actors = actors;
        this.places = places;
        this.clock = clock;
    }

    @PutMapping(
            path = "/api/jurisdictions/{code}/units/{unit}/contact",
            consumes = "application/json",
            produces = "application/json")
    @Operation(
            summary = "Name a unit's contact 联系人",
            description =
                    "In place of the one before. The ledger holds only what is sealed under the person's own key; "
                            + "the answer's id is the person's, by which they can be erased.")
    @Refuses({
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "UNIT_UNKNOWN",
        "PERSON_UNKNOWN",
        "PERSON_ERASED",
        "CONCURRENT_WRITE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer nameContact(@PathVariable String code, @PathVariable String unit, @Valid @RequestBody PersonBody body) {
        var actor = actors.in(code);
        var contact = body.seal(persons, code, PersonalField.CONTACT, unit);
        var receipt = dispatcher.dispatch(actor, new NameContact(code, unit, contact, clock.instant()));
        return WriteAnswer.of(contact.person(), places.of(receipt, code));
    }

    @DeleteMapping(path = "/api/persons/{id}", consumes = "application/json", produces = "application/json")
    @Operation(
            summary = "Erase a person 删除个人信息",
            description =
                    "Erases the person's key for good, and records that it was erased, by whom and why; say no name in "
                            + "the reason, since it stays. All that was sealed under the key reads as erased from then on, also as of "
                            + "earlier moments; every proof holds as before. Saying the same again changes nothing.")
    @Refuses({
        "REQUEST_MALFORMED",
        "REQUEST_TOO_LARGE",
        "FIELD_INVALID",
        "JURISDICTION_UNKNOWN",
        "PERSON_UNKNOWN",
        "PERSON_ERASED",
        "TEXT_UNWRITABLE",
        "CONCURRENT_WRITE",
        "LEDGER_BUSY",
        "LEDGER_UNAVAILABLE"
    })
    WriteAnswer erasePerson(@PathVariable String id, @Valid @RequestBody BasisBody body) {
        persons.requireKnown(id);
        var code = Identifier.jurisdictionOf(id);
        var receipt = dispatcher.dispatch(actors.in(code), new ErasePerson(code, id, body.basis(), clock.instant()));
        persons.erase(id);
        return WriteAnswer.of(id, places.of(receipt, code));
    }
}
