package gongkai.query.delivery;

/** How a delivery stands. */
public enum DeliveryState {
    /** To be tried, or tried again. */
    PENDING,
    DELIVERED,
    /** Given up; it can be sent again. */
    FAILED,
    /** Not sent: the notice's reason had gone, or the notice that it follows was not sent. */
    SKIPPED
}
