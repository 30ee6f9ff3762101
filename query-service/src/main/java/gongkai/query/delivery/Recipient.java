package gongkai.query.delivery;

import gongkai.query.delivery.channel.Channel;
import org.jspecify.annotations.Nullable;

/** Where letters go, and what they are signed with; sealed in the database. Never shown, so this prints without both. */
record Recipient(Channel channel, String target, @Nullable String secret) {

    Recipient sealed(SubscriptionKey key) {
        return new Recipient(channel, isSecret() ? key.seal(target) : target, secret == null ? null : key.seal(secret));
    }

    /** @throws SubscriptionKey.UnopenedException when they were sealed with another key */
    Recipient opened(SubscriptionKey key) {
        return new Recipient(channel, key.open(target), secret == null ? null : key.open(secret));
    }

    /** Whoever has a robot's key speaks through it. */
    private boolean isSecret() {
        return channel == Channel.WECOM || channel == Channel.DINGTALK;
    }

    @Override
    public String toString() {
        return "Recipient[" + channel + "]";
    }
}
