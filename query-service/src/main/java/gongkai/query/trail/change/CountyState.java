package gongkai.query.trail.change;

import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.ContactNamed;
import gongkai.event.JurisdictionEvent.UnitChanged;
import gongkai.event.JurisdictionEvent.UnitClosed;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.JurisdictionEvent.UnitRegistered;
import gongkai.event.UnitEntry;
import gongkai.status.JurisdictionFacts;
import gongkai.status.StatusRule;
import gongkai.time.HolidayArrangement;
import java.time.Instant;
import java.util.Optional;

record CountyState(JurisdictionFacts facts) implements StreamState {

    @Override
    public Traits traits(Event event, Instant at, StatusRule rule) {
        return switch (event) {
            case UnitRegistered it -> unit(it.unit().code());
            case UnitChanged it -> unit(it.unit().code());
            case UnitClosed it -> unit(it.code());
            case UnitMerged it -> unit(it.code());
            case CalendarAdopted it -> calendar(it.year());
            case BulletinIssued it ->
                new Traits()
                        .with(
                                Trait.BULLETINS,
                                it.month(),
                                String.valueOf(facts.bulletinsOf(it.month()).size()));
            default -> new Traits().with(Trait.NAME, facts.name());
        };
    }

    private Traits unit(String code) {
        var traits = new Traits();
        var entry = facts.units().get(code);
        if (entry != null) {
            traits.with(Trait.NAME, code, entry.name())
                    .with(Trait.KIND, code, entry.kind().name())
                    .with(Trait.ALIASES, code, String.join("、", entry.aliases()));
        }
        return traits;
    }

    private Traits calendar(int year) {
        var traits = new Traits();
        Optional.ofNullable(facts.calendar().arrangements().get(year))
                .map(HolidayArrangement::notice)
                .ifPresent(it -> traits.with(Trait.CALENDAR, String.valueOf(year), it));
        return traits;
    }

    @Override
    public String title(Event event) {
        return switch (event) {
            case UnitRegistered it -> it.unit().name();
            case UnitChanged it -> it.unit().name();
            case UnitClosed it -> nameOf(it.code());
            case UnitMerged it -> nameOf(it.code());
            case ContactNamed it -> nameOf(it.unit());
            default -> facts.name();
        };
    }

    private String nameOf(String unit) {
        return Optional.ofNullable(facts.units().get(unit)).map(UnitEntry::name).orElse(unit);
    }
}
