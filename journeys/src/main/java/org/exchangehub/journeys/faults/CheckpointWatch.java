package org.exchangehub.journeys.faults;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.exchangehub.journeys.faults.Wire.Call;

/** A witness: keeps every checkpoint of the log that any instance shows, to be compared in the end. */
final class CheckpointWatch implements Runnable {

    private final Load load;
    private final Map<String, String> seen = new HashMap<>();

    CheckpointWatch(Load load) {
        this.load = load;
    }

    @Override
    public void run() {
        try {
            while (!load.ending()) {
                load.instances.forEach(this::look);
                Thread.sleep(700);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Instance instance) {
        try {
            Wire.Reply reply = load.wire.send(instance.port(), "", Call.get("/log/checkpoint"));
            String note = reply.json().asText();
            if (reply.status() == 200 && !note.equals(seen.put(instance.name(), note))) {
                load.journal.write(Journal.entry("checkpoint").put("note", note));
            }
        } catch (IOException unanswered) {
            load.felt.add("checkpoint: no answer");
        }
    }
}
