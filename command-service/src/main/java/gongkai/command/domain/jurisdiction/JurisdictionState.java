package gongkai.command.domain.jurisdiction;

import gongkai.status.JurisdictionFacts;

/** What a county's stream has come to. */
public sealed interface JurisdictionState {

    record Unregistered() implements JurisdictionState {}

    record Registered(JurisdictionFacts facts) implements JurisdictionState {}
}
