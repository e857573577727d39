package org.exchangehub.core.catalog;

import java.time.Instant;

/**
 * A file that documents one of the two assessments (Decree 809, Art. 13); without its content.
 *
 * @param edition the edition it was made for; later ones keep it until it is replaced
 * @param bytes size, 1 to 10 485 760
 * @param sha256 of the content, in hexadecimal
 */
record AssessmentFile(
        String dataset,
        Assessment assessment,
        int edition,
        String name,
        Type type,
        long bytes,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {

    /** Which assessment. */
    enum Assessment {
        SECRECY,
        PERSONAL_INFORMATION
    }

    /** What such a file may be; told by its first bytes, never by its name. */
    enum Type {
        PDF("application/pdf"),
        OFD("application/ofd"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        PNG("image/png"),
        JPEG("image/jpeg");

        private final String media;

        Type(String media) {
            this.media = media;
        }

        String media() {
            return media;
        }
    }
}
