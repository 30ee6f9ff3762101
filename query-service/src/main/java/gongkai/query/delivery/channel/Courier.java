package gongkai.query.delivery.channel;

/** Carries notices over one channel. */
public interface Courier {

    Channel channel();

    /** Whether this installation has what the channel needs. */
    default boolean isReady() {
        return true;
    }

    /** Takes some twenty seconds at most; does not throw for what a receiver or the network does. */
    Outcome deliver(Letter letter);
}
