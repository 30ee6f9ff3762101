package gongkai.query.delivery.channel;

import java.util.OptionalInt;

/** How an attempt ended. */
public sealed interface Outcome {

    /** Of the receiver's answer over HTTP; empty when there was none, and for mail. */
    OptionalInt status();

    record Delivered(OptionalInt status) implements Outcome {}

    /** Worth another attempt. {@code why} holds no secret. */
    record Failed(String why, OptionalInt status) implements Outcome {

        public Failed(String why) {
            this(why, OptionalInt.empty());
        }
    }

    /** The receiver wants no more of it, ever. */
    record Gone(OptionalInt status) implements Outcome {}
}
