package org.exchangehub.nifi.connection;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/** What may travel over which address. */
public final class Wire {

    private Wire() {}

    /** Whether a secret may be sent there: over https, or over http when the packets stay on this machine. */
    public static boolean keepsSecrets(URI uri) {
        String host = uri.getHost();
        return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && host != null && loopback(host));
    }

    private static boolean loopback(String host) {
        try {
            return Set.of("localhost", "[::1]").contains(host)
                    || (host.matches("127(\\.\\d{1,3}){3}")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
