package gongkai.query.delivery.channel;

/** How an attempt ended. */
public sealed interface Outcome {

    record Delivered() implements Outcome {}

    /** Worth another attempt. {@code why} holds no secret. */
    record Failed(String why) implements Outcome {}

    /** The receiver wants no more of it, ever. */
    record Gone() implements Outcome {}
}
