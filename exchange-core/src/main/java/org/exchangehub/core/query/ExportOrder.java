package org.exchangehub.core.query;

/**
 * An export somebody was permitted to ask for.
 *
 * @param release number of the release whose rows it takes, so that a second attempt takes the same
 * @param terms a digest of the terms it was permitted under ({@link Readings#terms}): it is made and handed out under these only
 */
record ExportOrder(Question question, ExportFormat format, long release, String terms) {

    /** Whether the same was asked for, whenever that was and whatever the release was then. */
    boolean sameWish(ExportOrder other) {
        return format == other.format && question.identity().equals(other.question.identity());
    }
}
