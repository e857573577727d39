package org.exchangehub.core.access;

/** Whether there is data to be given out; held by the package that gives it. */
public interface ServedData {

    /** Whether a dataset has anything published that a grant could give. */
    boolean holds(String dataset);
}
