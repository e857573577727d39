package org.exchangehub.engines.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the engines that this JVM's tests have started when the last test has ended. */
public final class StopEnginesListener implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        TestEngines.shared().stop();
    }
}
