package org.exchangehub.schemas.encoding;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.canonical.ValueText;
import org.exchangehub.schemas.encoding.RecordEncoding.Csv;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) with a header of field names; what has no value is an empty cell. */
final class CsvRecordWriter implements RecordWriter {

    private final List<StandardField> fields;
    private final Csv form;
    private final CharsetEncoder encoder;
    private final boolean holdsAll;
    private final CsvWriter csv;
    private long rows;

    CsvRecordWriter(OutputStream out, StandardSchema schema, Csv form) throws IOException {
        this.fields = schema.fields();
        this.form = form;
        this.encoder = form.charset().newEncoder();
        this.holdsAll = form.charset().equals(StandardCharsets.UTF_8);
        Writer writer = new OutputStreamWriter(
                out,
                form.charset()
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        if (form.byteOrderMark()) {
            writer.write('\uFEFF');
        }
        this.csv = CsvWriter.builder().build(writer);
        csv.writeRecord(fields.stream().map(StandardField::name).toList());
    }

    @Override
    public void write(List<? extends @Nullable Object> values) throws IOException {
        rows++;
        List<@Nullable String> cells = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            Object value = values.get(i);
            cells.add(value == null ? null : cell(fields.get(i), value));
        }
        csv.writeRecord(cells);
    }

    private String cell(StandardField field, Object value) throws CharacterCodingException {
        String text = ValueText.of(value);
        if (!holdsAll && !encoder.canEncode(text)) {
            throw new Unwritable("Row " + rows + ", field " + field.name() + ": expected characters of "
                    + form.charset() + ", found others; write UTF-8 or GB18030");
        }
        return form.neutralised() && value instanceof String ? SpreadsheetText.inert(text) : text;
    }

    /** A text the character set cannot hold. */
    private static final class Unwritable extends CharacterCodingException {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Unwritable(String sentence) {
            this.sentence = sentence;
        }

        @Override
        public String getMessage() {
            return sentence;
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
