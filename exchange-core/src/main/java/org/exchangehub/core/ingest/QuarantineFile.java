package org.exchangehub.core.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangehub.schemas.Finding;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.SourceRow;

/**
 * Quarantined rows as a file a steward corrects and sends again: the row's number, every field as it came, and why. Written
 * row by row, so that its size does not matter.
 */
interface QuarantineFile extends AutoCloseable {

    void add(QuarantinedRow row) throws IOException;

    @Override
    void close() throws IOException;

    /** The columns: number, fields, reason. */
    static List<String> header(StandardSchema schema) {
        List<String> header = new ArrayList<>();
        header.add(SourceRow.ROW);
        schema.fields().stream().map(StandardField::name).forEach(header::add);
        header.add(SourceRow.WHY);
        return header;
    }

    /** Everything wrong with a row, in Chinese. */
    static String why(List<Finding> findings) {
        return findings.stream().map(finding -> finding.message().zh()).collect(Collectors.joining("；"));
    }
}
