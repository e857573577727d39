package org.exchangehub.core.work;

import java.io.IOException;

/** A run is to end without a result; not for the kind to catch. */
public final class JobStopped extends IOException {

    JobStopped(String why) {
        super(why);
    }
}
