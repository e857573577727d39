package org.exchangehub.journeys.faults;

import java.io.IOException;

/** Sends signals that Java has no word for. */
final class Signal {

    private Signal() {}

    /**
     * Sends a signal, named as kill names it.
     *
     * @return whether there was such a process
     */
    static boolean send(String signal, long pid) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
