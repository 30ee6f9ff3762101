package gongkai.query.delivery.channel;

import java.net.UnknownHostException;

/** The name leads to an address that is not public, or it must not be reached without TLS. */
final class ForbiddenAddressException extends UnknownHostException {

    ForbiddenAddressException(String host) {
        super("«" + host + "» leads to an address that must not be reached from here");
    }
}
