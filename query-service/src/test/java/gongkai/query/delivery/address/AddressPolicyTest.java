package gongkai.query.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody uses this service to speak to its own network. */
class AddressPolicyTest {

    private final AddressPolicy policy = new AddressPolicy("");

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.255.255.254", "2130706433", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
                "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1",
                        "224.0.0.1",
                "239.255.255.250", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
                "::127.0.0.1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "64:ff9b::7f00:1",
                "64:ff9b:1::1", "2002:7f00:1::", "2001::1", "2001:db8::1", "100::1", "4000::1"
            })
    void what_is_not_public_is_not_reached(String text) {
        assertThat(policy.mayReach(address(text))).isFalse();
        assertThat(policy.mayReachInClear(address(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "223.255.255.255", "2606:4700::1111"})
    void what_is_public_is_reached_over_tls_alone(String text) {
        assertThat(policy.mayReach(address(text))).isTrue();
        assertThat(policy.mayReachInClear(address(text))).isFalse();
    }

    @Test
    void only_the_networks_that_are_listed_are_let_through() {
        var listed = new AddressPolicy("127.0.0.1/32, 192.168.7.0/24 fd12::/16");
        assertThat(listed.mayReachInClear(address("127.0.0.1"))).isTrue();
        assertThat(listed.mayReach(address("192.168.7.9"))).isTrue();
        assertThat(listed.mayReach(address("fd12:0:0:1::1"))).isTrue();
        assertThat(listed.mayReach(address("127.0.0.2"))).isFalse();
        assertThat(listed.mayReach(address("192.168.8.1"))).isFalse();
        assertThat(listed.mayReachInClear(address("1.1.1.1"))).isFalse();
    }

    @Test
    void a_setting_that_is_no_network_is_refused_at_the_start() {
        assertThatThrownBy(() -> new AddressPolicy("loopback"))
                .hasMessageContaining("gongkai.delivery.allowed-networks: «loopback»");
    }
}
