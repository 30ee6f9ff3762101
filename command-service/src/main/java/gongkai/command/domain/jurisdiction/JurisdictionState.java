package gongkai.command.domain.jurisdiction;

import gongkai.event.UnitEntry;
import gongkai.time.WorkingCalendar;
import java.util.Map;

/** What a county's stream has come to. */
public sealed interface JurisdictionState {

    record Unregistered() implements JurisdictionState {}

    /** @param units the register in force, by code, in the order of the codes */
    record Registered(String name, Map<String, UnitEntry> units, WorkingCalendar calendar)
            implements JurisdictionState {}
}
