package gongkai.query.delivery.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells public addresses from those that only we can reach, so that nobody uses this service to speak to its own network:
 * the special-purpose registries of IANA (RFC 6890), multicast, and every form of IPv6 that holds an IPv4 address.
 */
@Component
public class AddressPolicy {

    private static final List<IPAddress> NOT_PUBLIC = networks("""
            0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
            192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4
            2001::/23 2001:db8::/32 2002::/16 3fff::/20""");

    /** Of IPv6 nothing else is public: loopback, mapped, translated, unique-local, link-local and multicast lie outside. */
    private static final IPAddress PUBLIC_IPV6 = new IPAddressString("2000::/3").getAddress();

    private final List<IPAddress> allowed;

    /** @param allowed networks in CIDR notation, for tests and receivers in the same house; normally none */
    public AddressPolicy(@Value("${gongkai.delivery.allowed-networks}") String allowed) {
        this.allowed = networks(allowed);
    }

    /** Over TLS. */
    public boolean mayReach(InetAddress it) {
        return isAllowed(it) || isPublic(it);
    }

    /** Without TLS: only what the operator lists. */
    public boolean mayReachInClear(InetAddress it) {
        return isAllowed(it);
    }

    private boolean isAllowed(InetAddress it) {
        var address = addressOf(it);
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isPublic(InetAddress it) {
        var address = addressOf(it);
        return (address.isIPv4() || PUBLIC_IPV6.contains(address))
                && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    /** From the bytes: a name, or a zone such as {@code %eth0}, plays no part. */
    private static IPAddress addressOf(InetAddress it) {
        return new IPAddressGenerator().from(it.getAddress());
    }

    private static List<IPAddress> networks(String text) {
        return Arrays.stream(text.split("[\\s,]+", -1))
                .filter(it -> !it.isEmpty())
                .flatMap(AddressPolicy::network)
                .toList();
    }

    private static Stream<IPAddress> network(String text) {
        var address = new IPAddressString(text).getAddress();
        if (address == null) {
            throw new IllegalArgumentException(
                    "gongkai.delivery.allowed-networks: «" + text + "» is no network like 127.0.0.0/8");
        }
        return Stream.of(address.toPrefixBlock());
    }
}
