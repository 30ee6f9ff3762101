package gongkai.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The facts of a county itself: its unit register, the working calendar that it counts by, and the bulletins it issued. */
public sealed interface JurisdictionEvent extends Event {

    /** The county opened its ledger. {@code code} is its GB/T 2260 code. */
    record JurisdictionRegistered(String code, String name, Instant occurredAt) implements JurisdictionEvent {}

    record JurisdictionRenamed(String code, String name, Instant occurredAt) implements JurisdictionEvent {}

    /** @param effectiveOn the day from which it stands in the register; empty: it corrects how the register always read */
    record UnitRegistered(UnitEntry unit, Optional<LocalDate> effectiveOn, Instant occurredAt)
            implements JurisdictionEvent {}

    /** The register's line of a unit reads differently from now on; its code stays. */
    record UnitChanged(UnitEntry unit, Optional<LocalDate> effectiveOn, Instant occurredAt)
            implements JurisdictionEvent {}

    /** The unit left the register; what it already owes stays its own. */
    record UnitClosed(String code, Optional<LocalDate> effectiveOn, Instant occurredAt) implements JurisdictionEvent {}

    /** The unit became part of another, which takes over what it owes. */
    record UnitMerged(String code, String into, LocalDate effectiveOn, Basis basis, Instant occurredAt)
            implements JurisdictionEvent {}

    /**
     * A year's arrangement of public holidays took force, replacing an earlier one of that year.
     *
     * @param notice the State Council's notice, by title and number
     * @param issuedOn the day on which the notice was issued
     * @param holidays days off
     * @param workdays weekend days that are worked
     */
    record CalendarAdopted(
            Integer year,
            String notice,
            LocalDate issuedOn,
            List<LocalDate> holidays,
            List<LocalDate> workdays,
            Instant occurredAt)
            implements JurisdictionEvent {}

    /**
     * 通报: a month's bulletin was issued. Its figures are not kept: they follow for ever from what it speaks of.
     *
     * @param bulletin its id, {@code 610926-B201905-1}
     * @param month the month that it is about, {@code 2019-05}
     * @param number from 1; a later one of the same month corrects it
     * @param speaksOf the moment at which its figures stand
     * @param position the last position of the log that it knows
     */
    record BulletinIssued(
            String bulletin,
            String month,
            Integer number,
            Instant speaksOf,
            Long position,
            Basis basis,
            Instant occurredAt)
            implements JurisdictionEvent {}

    /**
     * 联系人: whom to ask at a unit; a later one takes the place of the earlier.
     *
     * @param unit the unit's code, {@code 610926-D03}
     * @param contact their name, and how they are reached
     */
    record ContactNamed(String unit, Personal contact, Instant occurredAt) implements JurisdictionEvent {}

    /** 删除个人信息（个人信息保护法第四十七条）: the person's key was erased, and with it all that was sealed under it. */
    record PersonErased(String person, Basis basis, Instant occurredAt) implements JurisdictionEvent {}
}
