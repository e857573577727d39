package org.exchangehub.nifi;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.TestRunner;
import org.exchangehub.nifi.connection.StandardHubConnection;

/** Gives test runners a connection to a stand-in hub. */
public final class Hubs {

    public static final KeyPair RSA = pair("RSA", 2048);
    public static final KeyPair EC = pair("EC", 256);

    private Hubs() {}

    /** A connection that tries three times without long pauses; not yet enabled. */
    public static StandardHubConnection connection(TestRunner runner, StandInHub hub) throws InitializationException {
        StandardHubConnection connection = new StandardHubConnection();
        runner.addControllerService("hub", connection);
        runner.setProperty(connection, StandardHubConnection.HUB_URL, hub.url() + "/");
        runner.setProperty(connection, StandardHubConnection.TOKEN_URL, hub.tokenUrl());
        runner.setProperty(connection, StandardHubConnection.CLIENT_ID, "source-trial");
        runner.setProperty(connection, StandardHubConnection.PRIVATE_KEY, hub.pem());
        runner.setProperty(connection, StandardHubConnection.ATTEMPTS, "3");
        runner.setProperty(connection, StandardHubConnection.FIRST_PAUSE, "1 ms");
        runner.setProperty(connection, StandardHubConnection.LONGEST_PAUSE, "2 secs");
        runner.setProperty(connection, StandardHubConnection.CACHE_TIME, "0 ms");
        return connection;
    }

    /** A runner for a processor with an enabled connection. */
    static TestRunner connected(TestRunner runner, StandInHub hub) throws InitializationException {
        runner.enableControllerService(connection(runner, hub));
        runner.setProperty(HubProcessor.HUB_CONNECTION, "hub");
        return runner;
    }

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
