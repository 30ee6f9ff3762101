package gongkai.command.domain.jurisdiction;

import static java.util.function.Predicate.not;

import gongkai.command.domain.Decider;
import gongkai.command.domain.NotInFuture;
import gongkai.command.domain.Rejection;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.AdoptCalendar;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ErasePerson;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.IssueBulletin;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.MergeUnits;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.NameContact;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.RegisterJurisdiction;
import gongkai.command.domain.jurisdiction.JurisdictionCommand.ReplaceUnits;
import gongkai.command.domain.jurisdiction.JurisdictionState.Registered;
import gongkai.command.domain.jurisdiction.JurisdictionState.Unregistered;
import gongkai.event.Identifier;
import gongkai.event.JurisdictionEvent;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.JurisdictionRegistered;
import gongkai.event.JurisdictionEvent.JurisdictionRenamed;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.UnitEntry;
import gongkai.status.JurisdictionFacts;
import gongkai.time.ChinaTime;
import gongkai.time.HolidayArrangement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Decides about a county's name, register, calendar, bulletins and persons. Saying again what already stands changes nothing. */
public final class JurisdictionDecider implements Decider<JurisdictionCommand, JurisdictionState, JurisdictionEvent> {

    @Override
    public JurisdictionState initial() {
        return new Unregistered();
    }

    @Override
    public List<JurisdictionEvent> decide(JurisdictionState state, JurisdictionCommand command) {
        return switch (state) {
            case Unregistered _ -> {
                if (command instanceof RegisterJurisdiction it) {
                    yield register(it);
                }
                throw Rejection.JURISDICTION_UNKNOWN.because("There is no jurisdiction «" + command.code()
                        + "»; open its ledger first with PUT /api/jurisdictions/" + command.code() + ".");
            }
            case Registered(var facts) ->
                switch (command) {
                    case RegisterJurisdiction it -> rename(facts, it);
                    case ReplaceUnits it -> replaceUnits(facts, it);
                    case MergeUnits it -> merge(facts, it);
                    case AdoptCalendar it -> adopt(facts, it);
                    case NameContact it -> nameContact(facts, it);
                    case ErasePerson it ->
                        facts.erased().contains(it.person())
                                ? List.of()
                                : List.of(new PersonErased(it.person(), it.basis(), it.now()));
                    case IssueBulletin it -> Bulletins.issue(facts, it);
                };
        };
    }

    private static List<JurisdictionEvent> register(RegisterJurisdiction it) {
        return Stream.<JurisdictionEvent>concat(
                        Stream.of(new JurisdictionRegistered(it.code(), it.name(), it.now())),
                        it.calendars().stream()
                                .sorted(Comparator.comparing(HolidayArrangement::issuedOn))
                                .map(calendar -> adopted(calendar, it.now())))
                .toList();
    }

    private static List<JurisdictionEvent> rename(JurisdictionFacts facts, RegisterJurisdiction it) {
        return facts.name().equals(it.name())
                ? List.of()
                : List.of(new JurisdictionRenamed(it.code(), it.name(), it.now()));
    }

    private static List<JurisdictionEvent> replaceUnits(JurisdictionFacts facts, ReplaceUnits it) {
        it.effectiveOn().ifPresent(day -> NotInFuture.check("effectiveOn", ChinaTime.startOf(day), it));
        var wanted = new TreeMap<String, UnitEntry>();
        for (var unit : it.units()) {
            if (!Identifier.jurisdictionOf(unit.code()).equals(it.code())) {
                throw Rejection.UNIT_OF_ANOTHER_JURISDICTION.because(
                        "The unit «%s %s» does not belong to %s; its code must start with «%s-»."
                                .formatted(unit.code(), unit.name(), it.code(), it.code()));
            }
            wanted.put(unit.code(), unit);
        }
        var kept = wanted.values().stream()
                .filter(not(facts.units()::containsValue))
                .<JurisdictionEvent>map(unit -> facts.units().containsKey(unit.code())
                        ? new UnitChanged(unit, it.effectiveOn(), it.now())
                        : new UnitRegistered(unit, it.effectiveOn(), it.now()));
        var closed = facts.units().keySet().stream()
                .filter(not(wanted::containsKey))
                .map(code -> new UnitClosed(code, it.effectiveOn(), it.now()));
        return Stream.concat(kept, closed).toList();
    }

    private static List<JurisdictionEvent> merge(JurisdictionFacts facts, MergeUnits it) {
        NotInFuture.check("effectiveOn", ChinaTime.startOf(it.effectiveOn()), it);
        requireUnit(facts, it.unit());
        requireUnit(facts, it.into());
        if (it.unit().equals(it.into())) {
            throw Rejection.ALREADY_SO.because("«%s» cannot become part of itself.".formatted(it.unit()));
        }
        return List.of(new UnitMerged(it.unit(), it.into(), it.effectiveOn(), it.basis(), it.now()));
    }

    private static void requireUnit(JurisdictionFacts facts, String unit) {
        if (!facts.units().containsKey(unit)) {
            throw Rejection.UNIT_UNKNOWN.because(
                    "«%s» is not in the register of %s; GET its status to see who is.".formatted(unit, facts.name()));
        }
    }

    private static List<JurisdictionEvent> nameContact(JurisdictionFacts facts, NameContact it) {
        requireUnit(facts, it.unit());
        if (facts.erased().contains(it.contact().person())) {
            throw Rejection.PERSON_ERASED.because("The personal data of «%s» were erased; nothing more of them is kept."
                    .formatted(it.contact().person()));
        }
        return List.of(new ContactNamed(it.unit(), it.contact(), it.now()));
    }

    private static List<JurisdictionEvent> adopt(JurisdictionFacts facts, AdoptCalendar it) {
        var arrangement = it.arrangement();
        arrangement.holidays().stream()
                .filter(arrangement.workdays()::contains)
                .findFirst()
                .ifPresent(day -> {
                    throw Rejection.CALENDAR_DAY_CONTRADICTORY.because(
                            "%s stands under «holidays» and under «workdays»; keep it in one of them.".formatted(day));
                });
        NotInFuture.check("issuedOn", ChinaTime.startOf(arrangement.issuedOn()), it);
        refuseDaysOutside(arrangement);
        var inForce = Optional.ofNullable(facts.calendar().arrangements().get(arrangement.year()));
        inForce.filter(each -> each.issuedOn().isAfter(arrangement.issuedOn())).ifPresent(each -> {
            throw Rejection.CALENDAR_SUPERSEDED.because("«%s» of %s is in force for %d; a notice of %s is older."
                    .formatted(each.notice(), each.issuedOn(), each.year(), arrangement.issuedOn()));
        });
        return inForce.filter(arrangement::equals).isPresent() ? List.of() : List.of(adopted(arrangement, it.now()));
    }

    /** An arrangement reaches into the December before its year, never further. */
    private static void refuseDaysOutside(HolidayArrangement arrangement) {
        var first = LocalDate.of(arrangement.year() - 1, 12, 1);
        var last = LocalDate.of(arrangement.year(), 12, 31);
        Stream.concat(arrangement.holidays().stream(), arrangement.workdays().stream())
                .filter(day -> day.isBefore(first) || day.isAfter(last))
                .min(Comparator.naturalOrder())
                .ifPresent(day -> {
                    throw Rejection.CALENDAR_DAY_OUTSIDE.because(
                            "%s is no day of the arrangement for %d, which may reach from %s to %s."
                                    .formatted(day, arrangement.year(), first, last));
                });
    }

    private static CalendarAdopted adopted(HolidayArrangement it, Instant now) {
        return new CalendarAdopted(
                it.year(),
                it.notice(),
                it.issuedOn(),
                List.copyOf(new TreeSet<>(it.holidays())),
                List.copyOf(new TreeSet<>(it.workdays())),
                now);
    }

    @Override
    public JurisdictionState evolve(JurisdictionState state, JurisdictionEvent event) {
        return switch (state) {
            case Registered(var facts) -> new Registered(facts.with(event));
            case Unregistered _ -> {
                if (event instanceof JurisdictionRegistered it) {
                    yield new Registered(JurisdictionFacts.of(it));
                }
                throw new IllegalStateException("The stream does not begin with a registration");
            }
        };
    }
}
