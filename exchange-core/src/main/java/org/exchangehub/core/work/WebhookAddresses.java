package org.exchangehub.core.work;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which addresses webhooks may be sent to: public ones, and those of the networks the settings allow. The hub stands where much can
 * be reached that its users cannot (OWASP, Server-Side Request Forgery), so every address a name stands for is held against this at
 * the moment of connecting, not before.
 */
@Component
class WebhookAddresses {

    /** Not public: this network, private, shared, loopback, link-local, documentation, benchmarks, multicast, reserved (RFC 6890). */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .map(Network::of)
            .toList();

    /** The public unicast addresses of IPv6, and within them what leads to other addresses or is documentation. */
    private static final Network PUBLIC_6 = Network.of("2000::/3");

    private static final List<Network> NOT_PUBLIC_6 = Stream.of("2001::/23", "2001:db8::/32", "2002::/16")
            .map(Network::of)
            .toList();

    /** How many addresses of a host are tried at most. */
    private static final int MOST = 3;

    private final List<Network> allowed;

    WebhookAddresses(NoticeSettings settings) {
        this.allowed = settings.webhookNetworks().stream().map(Network::of).toList();
    }

    /**
     * The first addresses of a host.
     *
     * @throws UnknownHostException when it has none, or one of them is not to be sent to
     */
    InetAddress[] of(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress each : all) {
            if (!permitted(each)) {
                throw new UnknownHostException(host + " stands for " + each.getHostAddress()
                        + ", which is neither public nor of a network of hub.notices.webhook-networks");
            }
        }
        return Arrays.copyOf(all, Math.min(all.length, MOST));
    }

    boolean permitted(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.holds(address))) {
            return true;
        }
        return address.getAddress().length == 4
                ? NOT_PUBLIC.stream().noneMatch(network -> network.holds(address))
                : PUBLIC_6.holds(address) && NOT_PUBLIC_6.stream().noneMatch(network -> network.holds(address));
    }

    /**
     * Addresses with the same beginning.
     *
     * @param beginning the number their first bits are
     * @param bits how many these are
     * @param length of an address in bits, 32 or 128
     */
    private record Network(BigInteger beginning, int bits, int length) {

        static Network of(String text) {
            String[] parts = text.split("/", 2);
            try {
                if (!parts[0].matches("[0-9a-fA-F.:]+")) {
                    throw new UnknownHostException(parts[0]);
                }
                InetAddress first = InetAddress.getByName(parts[0]);
                int length = length(first);
                int bits = parts.length == 1 ? length : Integer.parseInt(parts[1]);
                if (bits < 0 || bits > length) {
                    throw new NumberFormatException(parts[1]);
                }
                return new Network(number(first).shiftRight(length - bits), bits, length);
            } catch (UnknownHostException | NumberFormatException malformed) {
                throw new IllegalArgumentException("expected a network such as 10.20.0.0/16, found " + text, malformed);
            }
        }

        boolean holds(InetAddress address) {
            return length(address) == length
                    && number(address).shiftRight(length - bits).equals(beginning);
        }

        private static int length(InetAddress address) {
            return address.getAddress().length * Byte.SIZE;
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }
}
