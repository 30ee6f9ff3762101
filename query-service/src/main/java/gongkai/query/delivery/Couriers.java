package gongkai.query.delivery;

import gongkai.query.delivery.SubscriptionKey.UnopenedException;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.delivery.channel.Courier;
import gongkai.query.delivery.channel.Letter;
import gongkai.query.delivery.channel.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** One for each channel. */
@Component
class Couriers {

    private final Map<Channel, Courier> all = new EnumMap<>(Channel.class);
    private final SubscriptionKey key;

    Couriers(List<Courier> couriers, SubscriptionKey key) {
        couriers.forEach(it -> all.put(it.channel(), it));
        this.key = key;
    }

    boolean isReady(Channel channel) {
        return of(channel).isReady();
    }

    /** @param letter to the recipient when its seals are open */
    Outcome deliver(Recipient sealed, Function<Recipient, Letter> letter) {
        try {
            var to = sealed.opened(key);
            return of(to.channel()).deliver(letter.apply(to));
        } catch (UnopenedException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private Courier of(Channel channel) {
        var courier = all.get(channel);
        if (courier == null) {
            throw new IllegalStateException("Nobody carries " + channel);
        }
        return courier;
    }
}
