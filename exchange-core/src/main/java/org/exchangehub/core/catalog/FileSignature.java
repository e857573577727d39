package org.exchangehub.core.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells what a file is by its content. */
final class FileSignature {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int MOST_PARTS = 1_000;

    private FileSignature() {}

    /** The type of a file, empty when it is none that is taken. */
    static Optional<AssessmentFile.Type> of(byte[] content) {
        if (starts(content, PDF)) {
            return Optional.of(AssessmentFile.Type.PDF);
        }
        if (starts(content, PNG)) {
            return Optional.of(AssessmentFile.Type.PNG);
        }
        if (starts(content, JPEG)) {
            return Optional.of(AssessmentFile.Type.JPEG);
        }
        return starts(content, ZIP) ? archive(content) : Optional.empty();
    }

    /** Names only are read, and of no more parts than a document has. */
    private static Optional<AssessmentFile.Type> archive(byte[] content) {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (int i = 0; i < MOST_PARTS; i++) {
                ZipEntry part = parts.getNextEntry();
                if (part == null) {
                    return Optional.empty();
                }
                if (part.getName().equals("OFD.xml")) {
                    return Optional.of(AssessmentFile.Type.OFD);
                }
                if (part.getName().equals("word/document.xml")) {
                    return Optional.of(AssessmentFile.Type.DOCX);
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
