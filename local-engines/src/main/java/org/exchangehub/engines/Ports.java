package org.exchangehub.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Loopback ports, chosen once for a state directory and kept. */
final class Ports {

    private final StateDirectory state;
    private final boolean anywhere;

    /**
     * The ports of a state directory.
     *
     * @param anywhere true for tests, which take any free port and so never one of a running installation
     */
    Ports(StateDirectory state, boolean anywhere) {
        this.state = state;
        this.anywhere = anywhere;
    }

    /** The port of that name: the one chosen earlier, else the preferred one, else the next free one. */
    synchronized int of(String name, int preferred) {
        ObjectNode chosen = Json.read(state.ports());
        if (!chosen.has(name)) {
            Set<Integer> ours = new HashSet<>();
            chosen.forEach(port -> ours.add(port.asInt()));
            chosen.put(name, anywhere ? anyFree(ours) : nextFree(preferred, ours));
            Json.write(state.ports(), chosen);
        }
        return chosen.get(name).asInt();
    }

    /** Refuses when something else listens where an engine is about to. */
    void requireFree(String engine, int port) {
        if (!free(port)) {
            throw new Explained("Port " + port + " of " + engine + " is taken by another program; stop that program, or"
                    + " remove the line of this port from " + state.ports() + " to have another one chosen.");
        }
    }

    private static int nextFree(int preferred, Set<Integer> ours) {
        for (int port = preferred; port < preferred + 200; port++) {
            if (!ours.contains(port) && free(port)) {
                return port;
            }
        }
        throw new Explained("No free port was found from " + preferred + " on; stop programs that listen there.");
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree(Set<Integer> ours) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return ours.contains(socket.getLocalPort()) ? anyFree(ours) : socket.getLocalPort();
        } catch (IOException e) {
            throw new Explained("No free port is left on this machine; stop programs that listen.", e);
        }
    }
}
