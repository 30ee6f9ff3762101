package gongkai.query.trail.change;

import gongkai.event.Basis;
import gongkai.event.Event;
import gongkai.event.JurisdictionEvent.BulletinIssued;
import gongkai.event.JurisdictionEvent.CalendarAdopted;
import gongkai.event.JurisdictionEvent.PersonErased;
import gongkai.event.JurisdictionEvent.UnitMerged;
import gongkai.event.ObligationEvent.CaseDueMoved;
import gongkai.event.ObligationEvent.ObligationAmended;
import gongkai.event.ObligationEvent.ObligationClarified;
import gongkai.event.ObligationEvent.ObligationClosed;
import gongkai.event.ObligationEvent.ObligationExtended;
import gongkai.event.ObligationEvent.ObligationReviewed;
import gongkai.event.ObligationEvent.ObligationWaived;
import gongkai.event.ObligationEvent.ObligationWithdrawn;
import gongkai.event.ObligationEvent.PublicationRetracted;
import gongkai.event.PlanEvent.PlanAmended;
import gongkai.event.PlanEvent.PlanClarified;
import gongkai.event.PlanEvent.TaskAmended;
import gongkai.event.PlanEvent.TaskClarified;
import gongkai.event.PlanEvent.TaskRemoved;
import java.util.Optional;

/** Why, and on what authority; what only tells a fact needs neither. */
public record Grounds(Optional<String> reason, Optional<String> authority) {

    public static Grounds of(Event event) {
        return switch (event) {
            case UnitMerged it -> of(it.basis());
            case BulletinIssued it -> of(it.basis());
            case PersonErased it -> of(it.basis());
            case PlanAmended it -> of(it.basis());
            case PlanClarified it -> of(it.basis());
            case TaskClarified it -> of(it.basis());
            case TaskAmended it -> of(it.basis());
            case TaskRemoved it -> of(it.basis());
            case ObligationClarified it -> of(it.basis());
            case ObligationAmended it -> of(it.basis());
            case ObligationWithdrawn it -> of(it.basis());
            case ObligationExtended it -> of(it.basis());
            case ObligationWaived it -> of(it.basis());
            case ObligationReviewed it -> of(it.basis());
            case ObligationClosed it -> of(it.basis());
            case PublicationRetracted it -> of(it.basis());
            case CalendarAdopted it -> new Grounds(Optional.empty(), Optional.of(it.notice()));
            case CaseDueMoved it -> new Grounds(Optional.empty(), Optional.of(it.notice()));
            default -> new Grounds(Optional.empty(), Optional.empty());
        };
    }

    private static Grounds of(Basis basis) {
        return new Grounds(Optional.of(basis.reason()), Optional.of(basis.authority()));
    }
}
