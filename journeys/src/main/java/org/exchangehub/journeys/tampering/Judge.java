package org.exchangehub.journeys.tampering;

import java.io.IOException;

/** A verifier that is put to the test: ours, or one that others wrote. */
public interface Judge extends AutoCloseable {

    /** What came of it. */
    sealed interface Judgement {

        /** Nothing was found to be wrong. */
        record Accepted() implements Judgement {}

        /** Something was found. */
        record Refused(String reason) implements Judgement {}

        /** The verifier itself broke, which finds nothing out. */
        record Broke(String how) implements Judgement {}
    }

    String name();

    /** Whether it can judge such a thing at all. */
    default boolean knows(Lie shown) {
        return true;
    }

    Judgement judge(Lie shown, TrueLog known) throws IOException;

    @Override
    default void close() {}
}
