package gongkai.query.delivery;

import gongkai.http.CommonProblem;
import gongkai.http.ProblemException;
import gongkai.query.asof.QueryProblem;
import gongkai.query.delivery.address.AddressPolicy;
import gongkai.query.delivery.channel.Channel;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Refuses what could never be delivered, while somebody is there to hear it. Each attempt checks the address again. */
@Component
class Targets {

    private static final Pattern ROBOT_KEY = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final Pattern ROBOT_SECRET = Pattern.compile("SEC[A-Za-z0-9]{16,128}");

    private final AddressPolicy addresses;
    private final Couriers couriers;

    Targets(AddressPolicy addresses, Couriers couriers) {
        this.addresses = addresses;
        this.couriers = couriers;
    }

    /** @throws ProblemException naming the field and the cure */
    void check(NewSubscription it) {
        if (it.unit() != null && !it.unit().startsWith(it.jurisdiction() + "-")) {
            throw invalid("unit", "is not of jurisdiction " + it.jurisdiction());
        }
        if (it.channel() != Channel.DINGTALK && it.secret() != null) {
            throw invalid("secret", "is taken for DINGTALK only; leave it out");
        }
        switch (it.channel()) {
            case WEBHOOK -> checkAddress(it.target());
            case EMAIL -> checkMail(it.target());
            case WECOM -> checkKey(it.target(), "the key after «?key=» of the robot's address");
            case DINGTALK -> {
                checkKey(it.target(), "the token after «?access_token=» of the robot's address");
                if (it.secret() == null || !ROBOT_SECRET.matcher(it.secret()).matches()) {
                    throw invalid(
                            "secret", "must be the robot's own, which begins with SEC: choose 加签 in its settings");
                }
            }
        }
        if (!couriers.isReady(it.channel())) {
            throw new ProblemException(
                    QueryProblem.CHANNEL_UNAVAILABLE,
                    "This installation names no mail server; its operator sets spring.mail.host.",
                    Map.of("field", "channel"));
        }
    }

    private static void checkKey(String target, String what) {
        if (!ROBOT_KEY.matcher(target).matches()) {
            throw invalid("target", "must be " + what);
        }
    }

    private static void checkMail(String target) {
        try {
            var address = new InternetAddress(target, true);
            if (!target.equals(address.getAddress()) || target.indexOf('@') < 0) {
                throw invalid("target", "must be one mail address and nothing else");
            }
        } catch (AddressException _) {
            throw invalid("target", "must be a mail address like office@example.gov.cn");
        }
    }

    private void checkAddress(String target) {
        URI address;
        try {
            address = new URI(target);
        } catch (URISyntaxException _) {
            throw invalid("target", "is no address");
        }
        var encrypted = "https".equalsIgnoreCase(address.getScheme());
        if (!encrypted && !"http".equalsIgnoreCase(address.getScheme())) {
            throw invalid("target", "must begin with https://");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw invalid("target", "must name a host, without user, password or #fragment");
        }
        if (!isReachable(address.getHost(), encrypted)) {
            throw new ProblemException(
                    QueryProblem.TARGET_FORBIDDEN,
                    "«target» leads to «%s», which must not be reached from here%s. Name a public https address, or let the "
                                    .formatted(address.getHost(), encrypted ? "" : " without TLS")
                            + "operator list its network in gongkai.delivery.allowed-networks.",
                    Map.of("field", "target"));
        }
    }

    /** A name that cannot be resolved now may be later: its deliveries then fail, and are listed. */
    private boolean isReachable(String host, boolean encrypted) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .allMatch(it -> encrypted ? addresses.mayReach(it) : addresses.mayReachInClear(it));
        } catch (UnknownHostException _) {
            return encrypted;
        }
    }

    private static ProblemException invalid(String field, String why) {
        return new ProblemException(
                CommonProblem.FIELD_INVALID, "«%s» %s.".formatted(field, why), Map.of("field", field));
    }
}
