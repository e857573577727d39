package org.exchangehub.nifi.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnEnabled;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.DataUnit;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.serialization.RecordReader;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.exchangehub.schemas.workbook.WorkbookRefused;
import org.jspecify.annotations.Nullable;

@Tags({"exchange hub", "record", "reader", "excel", "xlsx", "workbook", "spreadsheet"})
@CapabilityDescription(
        "Reads the rows of one sheet of an XLSX workbook as text under the names in its header row: what a formula last"
                + " gave, dates in ISO 8601, numbers without exponent. Rows without any value are passed over. A row with an error, or"
                + " with a number of more than 15 digits, of which Excel has lost the last, is malformed. The workbook is read from a"
                + " temporary file in constant memory, its shared texts excepted.")
public final class WorkbookReader extends AbstractControllerService implements RecordReaderFactory {

    public static final PropertyDescriptor SHEET = new PropertyDescriptor.Builder()
            .name("Sheet")
            .description("Name of the sheet; without it, the first that is not hidden.")
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .addValidator(StandardValidators.createAttributeExpressionLanguageValidator(
                    org.apache.nifi.expression.AttributeExpression.ResultType.STRING))
            .build();
    public static final PropertyDescriptor HEADER_ROW = new PropertyDescriptor.Builder()
            .name("Header Row")
            .description("Number of the row with the columns' names, as the sheet counts it, from 1.")
            .required(true)
            .defaultValue("1")
            .addValidator(StandardValidators.createLongValidator(1, 1_000, true))
            .build();
    public static final PropertyDescriptor LARGEST = new PropertyDescriptor.Builder()
            .name("Largest Workbook")
            .description("A file with more bytes is refused.")
            .required(true)
            .defaultValue("256 MB")
            .addValidator(StandardValidators.DATA_SIZE_VALIDATOR)
            .build();

    private volatile String sheet = "";
    private volatile int headerRow = 1;
    private volatile long largest;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return List.of(SHEET, HEADER_ROW, LARGEST);
    }

    @OnEnabled
    public void prepare(ConfigurationContext context) {
        String name = context.getProperty(SHEET).evaluateAttributeExpressions().getValue();
        sheet = name == null ? "" : name;
        headerRow = context.getProperty(HEADER_ROW).asInteger();
        largest = context.getProperty(LARGEST).asDataSize(DataUnit.B).longValue();
    }

    @Override
    public RecordReader createRecordReader(
            @Nullable Map<String, String> variables, InputStream in, long inputLength, ComponentLog logger)
            throws IOException, MalformedWorkbook {
        Path file = Files.createTempFile("workbook-", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(in, out);
            }
            return new WorkbookRecords(file, sheet, headerRow);
        } catch (WorkbookRefused e) {
            Files.deleteIfExists(file);
            throw new MalformedWorkbook(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Says what a file is that only looks like a workbook: the old format and a protected workbook begin alike. */
    private void copy(InputStream in, OutputStream out) throws IOException, WorkbookRefused {
        byte[] begin = in.readNBytes(4);
        if (begin.length == 4 && begin[0] == (byte) 0xD0 && begin[1] == (byte) 0xCF) {
            throw new WorkbookRefused(
                    "文件是旧版 .xls 或加密的工作簿，请另存为不加密的 .xlsx",
                    "the file is an old .xls or a workbook with a password; save it as .xlsx without one");
        }
        out.write(begin);
        byte[] buffer = new byte[1 << 16];
        long total = begin.length;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            total += count;
            if (total > largest) {
                throw new WorkbookRefused(
                        "工作簿超过 " + largest + " 字节", "the workbook has more than " + largest + " bytes");
            }
            out.write(buffer, 0, count);
        }
    }
}
