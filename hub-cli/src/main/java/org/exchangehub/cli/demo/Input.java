package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Where a department's rows come from in the story, and how they get to where the source looks. */
public interface Input {

    /** The source's settings that depend on this machine: addresses, folders, credentials; the place exists from then on. */
    ObjectNode settings();

    /** What somebody outside the department knows of one of its records, by the standard's fields; empty when nobody asks. */
    default Map<String, String> known() {
        return Map.of();
    }

    /** Whether the place goes on existing when the story has ended. */
    default boolean lasting() {
        return true;
    }

    /** What is delivered one after the other, each after the one before has been published. */
    List<Delivery> deliveries();

    /** Rows that arrive together. */
    interface Delivery {

        /** What this delivery is called in the story. */
        String name();

        /** Brings the rows to where the source looks; returns how many. */
        long bring();
    }
}
