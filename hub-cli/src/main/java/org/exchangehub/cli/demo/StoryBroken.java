package org.exchangehub.cli.demo;

/** The story could not go on: says which step, what was expected and what was found. */
public final class StoryBroken extends RuntimeException {

    public StoryBroken(String message) {
        super(message);
    }

    public StoryBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
