package gongkai.status;

import gongkai.time.DueDate;
import java.time.Instant;
import java.util.Optional;

/**
 * 逾期: a due moment that passed without qualifying evidence.
 *
 * @param occurrence which due instance: a case's id, or {@code once}
 * @param curedAt when late evidence was there; empty while it is open
 */
public record Breach(String occurrence, DueDate due, Optional<Instant> curedAt) {

    public Instant beganAt() {
        return due.passesAt();
    }

    public boolean isOpen() {
        return curedAt.isEmpty();
    }
}
