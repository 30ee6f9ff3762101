package gongkai.event;

/** What a review 复核 comes to: ACCEPTED 通过, or RETURNED 退回, after which the evidence no longer counts. */
public enum ReviewOutcome {
    ACCEPTED,
    RETURNED
}
